import { once } from "node:events";
import { makeToken } from "#lib/kernel/tokens.ts";
import { expect, ownerConnection, test } from "../fixtures.ts";
import { startedPortal } from "../started-portal.ts";
import {
  freePort,
  journeysDatabase,
  killStartedProcesses,
  processEnvironment,
  readinessOf,
  startWeb,
} from "./started-processes.ts";

test.afterAll(killStartedProcesses);

test("a web server that is told to stop closes its open streams in order and ends by itself", async () => {
  test.setTimeout(120_000);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { secret, ownerUrl } = journeysDatabase();
  const web = startWeb(
    port,
    processEnvironment({ ownerUrl: ownerUrl("causeway"), secret, dataDir: startedPortal().dataDir, origin }),
  );
  await expect.poll(() => readinessOf(port), { timeout: 60_000 }).toBe(200);
  const sql = ownerConnection();
  const { token, hash } = makeToken("session");
  await sql`insert into sessions (token_hash, person_id, expires_at)
    select ${hash}, id, now() + interval '1 hour' from people where lower(email) = 'nora@harbourline.example'`;
  await sql.end();

  const streams = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const answer = await fetch(`${origin}/api/v1/live?org=harbourline`, {
        headers: { cookie: `causeway-session=${token}` },
      });
      expect(answer.status).toBe(200);
      const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
      // The first words come when it listens.
      expect((await reader.read()).done).toBe(false);
      return reader;
    }),
  );
  // A stream that breaks off would throw here; one that is closed says that it is done.
  const ends = streams.map(async (reader) => {
    while (!(await reader.read()).done);
    return "closed";
  });
  const ended = once(web.child, "exit");
  web.child.kill("SIGTERM");
  expect(await Promise.all(ends)).toEqual(streams.map(() => "closed"));
  // It left by itself, with the code that says what it was asked: the second value would name a signal that ended it.
  expect(await ended, web.output().slice(-2000)).toEqual([143, null]);
});
