import { createServer, type RequestListener, type Server } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { fetchOutbound } from "#lib/kernel/outbound/fetch-outbound.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const address = started.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
}

const open = { networks: ["127.0.0.1/32"] };

test("an answer inside an opened network is read, and a redirect is an answer", async () => {
  const url = await listen((request, response) => {
    if (request.url === "/moved") response.writeHead(302, { location: "http://169.254.169.254/" }).end();
    else response.end(`${request.method} ${request.headers["accept-encoding"]} ${request.headers.host}`);
  });
  expect(await fetchOutbound(url, open)).toMatchObject({ status: 200, body: `GET identity ${new URL(url).host}` });
  expect(await fetchOutbound(`${url}moved`, open)).toMatchObject({
    status: 302,
    headers: { location: "http://169.254.169.254/" },
  });
});

test("a private address is not connected to", async () => {
  let connections = 0;
  const url = await listen((_request, response) => response.end());
  server?.on("connection", () => (connections += 1));
  await expect(fetchOutbound(url, { networks: [] })).rejects.toMatchObject({ code: "invalid" });
  expect(connections).toBe(0);
});

test("a name that changes its mind is connected to where it was checked", async () => {
  const url = new URL(await listen((_request, response) => response.end("the checked one")));
  const answers = ["127.0.0.1", "169.254.169.254"];
  const lookUp = async () => [{ address: answers.shift() ?? "", family: 4 }];
  const answer = await fetchOutbound(`http://rebinding.example.com:${url.port}/`, { ...open, lookUp });
  expect(answer.body).toBe("the checked one");
});

test.each([
  [
    "an endless answer",
    (response: Parameters<RequestListener>[1]) => setInterval(() => response.write("x".repeat(100_000)), 1).unref(),
    /more than/,
  ],
  ["silence", () => undefined, /did not finish/],
  [
    "compression",
    (response: Parameters<RequestListener>[1]) =>
      response.writeHead(200, { "content-encoding": "br" }).end(brotliCompressSync("x".repeat(10_000))),
    /compressed/,
  ],
  ["a broken connection", (response: Parameters<RequestListener>[1]) => response.destroy(), /did not answer properly/],
])("%s ends in a sentence", async (_name, misbehave, sentence) => {
  const url = await listen((_request, response) => void misbehave(response));
  const error = await fetchOutbound(url, { ...open, timeoutMs: 3_000 }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "unavailable", message: expect.stringMatching(sentence) });
});
