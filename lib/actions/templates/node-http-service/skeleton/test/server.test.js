import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { makeServer } from "../src/server.js";

test("it says that it is healthy", async () => {
  const server = makeServer().listen(0);
  await once(server, "listening");
  const response = await fetch(`http://localhost:${server.address().port}/health`);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { status: "ok" });
  server.close();
});
