import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { currentLocale, noteRegions, readFrom, regionOf } from "#lib/web/reader-region.ts";

test.each([
  ["de-DE,de;q=0.9,en;q=0.8", "DE"],
  ["de", "DE"],
  ["fr-CA", "CA"],
  ["en", "US"],
  ["en-GB,en-US;q=0.9", "GB"],
  ["zh-Hant-HK", "HK"],
  // Nobody writes English for Brazil: the next that is known.
  ["pt-BR,pt-PT;q=0.8", "PT"],
  ["*", "GB"],
  ["not a tag!!,,;;", "GB"],
  ["", "GB"],
  [undefined, "GB"],
])("%s is read in %s", (header, region) => {
  expect(regionOf(header)).toBe(region);
});

const server = createServer(async (incoming, response) => {
  if (incoming.url === "/own") readFrom("FI");
  await setTimeout(20);
  response.end(currentLocale());
});
beforeAll(async () => {
  noteRegions();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => server.close());

function ask(path: string, language: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, fail) => {
    const headers = { "accept-language": language };
    request({ port, path, headers }, async (response) => done((await response.toArray()).join("")))
      .on("error", fail)
      .end();
  });
}

test("requests at the same time are each answered for their own reader; a person's choice counts more", async () => {
  const answers = Promise.all([ask("/", "de-DE"), ask("/own", "de-DE"), ask("/", "fr-FR"), ask("/", "de-DE")]);
  expect(await answers).toEqual(["en-DE", "en-FI", "en-FR", "en-DE"]);
  expect(currentLocale()).toBeUndefined();
});
