import { expect, test } from "../fixtures.ts";
import { type MatrixWorld, makeWorld } from "./matrix-callers.ts";
import { check } from "./matrix-cells.ts";
import { forgedOriginCells, mutationCells, pageCells, restCells } from "./matrix-runs.ts";
import { startWithoutProxy } from "./without-proxy.ts";

test.setTimeout(300_000);

let world: MatrixWorld;
let portal: Awaited<ReturnType<typeof startWithoutProxy>>;
test.beforeAll(async () => {
  portal = await startWithoutProxy();
  world = await makeWorld(portal.origin);
});
test.afterAll(() => portal?.stop());

test("with proxy.ts removed, every door answers every caller as declared", async () => {
  const { origin } = portal;
  // The proxy writes it on every answer: without it, it is really gone.
  expect((await fetch(`${origin}/signin`)).headers.get("content-security-policy")).toBeNull();
  await check("doors without the proxy", [
    ...restCells(world, origin),
    ...mutationCells(world, origin),
    ...forgedOriginCells(world, origin),
    ...pageCells(world, origin),
  ]);
});
