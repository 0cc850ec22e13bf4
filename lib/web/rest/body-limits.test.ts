import { expect, test } from "vitest";
import { bodyLimit, checkDepth, findUnusablePart, readBody, readBytes } from "#lib/web/rest/body-limits.ts";

const address = "http://portal.example/api/v1/keys";
const streamed = (chunks: number, size: number) => {
  let read = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      if (read++ >= chunks) stream.close();
      else stream.enqueue(new Uint8Array(size).fill(120));
    },
  });
  return { request: new Request(address, { method: "POST", body, duplex: "half" } as RequestInit), count: () => read };
};

test("a body over the limit is not read to its end, whatever its length is said to be", async () => {
  const { request, count } = streamed(1_000, 65_536);
  await expect(readBytes(request, 1_048_576)).rejects.toMatchObject({ code: "too_large" });
  expect(count()).toBeLessThan(30);
  const lying = new Request(address, { method: "POST", body: "x", headers: { "content-length": "99999999" } });
  await expect(readBytes(lying, 1_048_576)).rejects.toMatchObject({ code: "too_large" });
  expect((await readBytes(streamed(4, 1_000).request, 4_000)).length).toBe(4_000);
});

test.each(["gzip", "br", "zstd", "deflate", "identity, gzip", "x"])("a body in %s is refused", async (encoding) => {
  const request = new Request(address, { method: "POST", body: "x", headers: { "content-encoding": encoding } });
  await expect(readBody(request, "/keys")).rejects.toMatchObject({ code: "unsupported" });
});

test("bytes that are not UTF-8 and what is nested too deeply are refused", async () => {
  const request = new Request(address, { method: "POST", body: new Uint8Array([123, 255, 125]) });
  await expect(readBody(request, "/keys")).rejects.toMatchObject({ code: "invalid" });
  for (const open of ["[", '{"a":', '[{"a":']) expect(() => checkDepth(open.repeat(1_000_000))).toThrow(/nested/);
  expect(() => checkDepth(`${"[".repeat(32)}"[[[[\\"[["${"]".repeat(32)}`)).not.toThrow();
});

const unusable = (body: string) => findUnusablePart(body, JSON.parse(body));

test("text that the database cannot store is found wherever it is", () => {
  expect(unusable('{"a":[{"b":"x\\u0000"}]}')).toMatchObject({ path: "a.0.b" });
  expect(unusable('{"a":{"\\ud800":1}}')).toMatchObject({ path: "a.\ud800" });
  expect(unusable('{"a":["\\ud83d\\ude00",1,null,true]}')).toBeNull();
});

test.each(["1e400", "-1e400", "1E+0400", `${"9".repeat(400)}`, `-${"1".repeat(310)}.5`])(
  "a number that is too large to be one is found wherever it is: %s",
  (number) => {
    expect(unusable(`{"a":[{"b":${number}}]}`)).toEqual({
      path: "a.0.b",
      message: expect.stringContaining("too large"),
    });
    // As a text it is a text.
    expect(unusable(`{"a":"${number}"}`)).toBeNull();
  },
);

test.each(["1e308", "1e-400", "17", `${"9".repeat(300)}`])("%s is a number", (number) => {
  expect(unusable(`{"a":${number}}`)).toBeNull();
});

test("only imports and bulk writes may be large", () => {
  expect([bodyLimit("/api/v1/keys"), bodyLimit("/api/v1/catalog/imports")]).toEqual([1_048_576, 16_777_216]);
});
