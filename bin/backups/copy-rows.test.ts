import { Writable } from "node:stream";
import { createGzip, gunzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { copyRows } from "./copy-rows.ts";

const { adminUrl } = inject("database");
let sql: postgres.Sql;
beforeAll(() => {
  sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(() => sql.end({ timeout: 1 }));

test("whatever the size, all rows arrive, and the next statement is answered", async () => {
  for (let rows = 1_000; rows <= 3_000; rows += 40) {
    const written: Buffer[] = [];
    const keep = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written.push(chunk);
        done();
      },
    });
    const answer = await sql.begin("read only", async (transaction) => {
      await copyRows(transaction, `select repeat('x', 100) from generate_series(1, ${rows})`, createGzip(), keep);
      return transaction`select 1 as one`;
    });
    expect(answer).toEqual([{ one: 1 }]);
    expect(gunzipSync(Buffer.concat(written)).length).toBe(rows * 101);
  }
}, 20_000);
