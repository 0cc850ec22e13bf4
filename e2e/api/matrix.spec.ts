import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { startedPortal } from "../started-portal.ts";
import { type MatrixWorld, makeWorld } from "./matrix-callers.ts";
import { check, expectSame } from "./matrix-cells.ts";
import { builtMutations, builtPages, writtenMutations } from "./matrix-doors.ts";
import { pageDoors } from "./matrix-pages.ts";
import { forgedOriginCells, mutationCells, pageCells, restCells } from "./matrix-runs.ts";
import { mutationDoors, restDoors } from "./matrix-table.ts";

test.describe.configure({ mode: "parallel" });
test.setTimeout(300_000);

let world: MatrixWorld;
test.beforeAll(async () => {
  world = await makeWorld(startedPortal().origin);
});

test.describe("REST", () => {
  const methods = ["get", "post", "put", "patch", "delete"];

  test("every route of the router is declared", async ({ request, origin }) => {
    const { paths } = (await (await request.get(`${origin}/api/v1/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const routes = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((method) => methods.includes(method))
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    expectSame(
      "REST route",
      Object.keys(restDoors).map((door) => door.replace("{+", "{")),
      routes.map((route) => route.replace("{+", "{")),
    );
  });

  test("every caller gets what is declared, and foreign is missing", async ({ origin }) => {
    await check("REST", restCells(world, origin));
  });
});

test.describe("mutations", () => {
  test("every mutation of the build is declared, and the build has those of the sources", () => {
    expectSame(
      "mutation",
      Object.keys(mutationDoors),
      builtMutations().map(({ door }) => door),
    );
    expect(
      builtMutations()
        .map(({ door }) => door)
        .sort(),
    ).toEqual(writtenMutations().sort());
  });

  test("every caller gets what is declared, and foreign is missing", async ({ origin }) => {
    await check("mutations", mutationCells(world, origin));
  });

  test("none runs for a request that does not come from our own pages", async ({ origin }) => {
    await check("forged origins", forgedOriginCells(world, origin));
  });
});

test.describe("pages", () => {
  test("every page and route handler of the build is declared", () => {
    expectSame("page", Object.keys(pageDoors), builtPages());
  });

  test("every caller gets what is declared, and foreign is missing", async ({ origin }) => {
    await check("pages", pageCells(world, origin));
  });
});

test("the proxy looks at nobody: it sets headers and refuses what no page asks for, whoever asks", () => {
  for (const file of ["proxy.ts", "lib/web/find-early-refusal.ts"]) {
    const text = readFileSync(join(import.meta.dirname, "../..", file), "utf8");
    expect(text, file).not.toMatch(/cookie|authorization|redirect\(|rewrite\(|#lib\/identity|#db\//i);
  }
});
