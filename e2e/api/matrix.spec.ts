import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { startedPortal } from "../started-portal.ts";
import { type Caller, everybody, type MatrixWorld, makeWorld, people } from "./matrix-callers.ts";
import { type Answer, ask, type Cell, check, expectSame, mayPass, refusalOf, sameOrBoth } from "./matrix-cells.ts";
import { builtMutations, builtPages, writtenMutations } from "./matrix-doors.ts";
import { type MutationDoor, mutationDoors, objectKinds, pageDoors, restDoors } from "./matrix-table.ts";

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
    const cells: (() => Promise<Cell>)[] = [];
    for (const [door, { lowest, object, body, query = "", missing: missingStatus = 404, isPersonal }] of Object.entries(
      restDoors,
    )) {
      const [method = "", path = ""] = door.split(" ");
      const send = (caller: Caller, name: string, input: Record<string, unknown> | undefined) =>
        ask(
          `${origin}/api/v1${path.replace(/\{blueprint\}\/\{\+identifier\}|\{[^}]+\}/, name)}?org=harbourline${query}`,
          {
            method,
            headers: {
              ...world.headersOf[caller],
              origin,
              ...(input === undefined ? {} : { "content-type": "application/json" }),
            },
            ...(input === undefined ? {} : { body: JSON.stringify(input) }),
          },
        );
      const isRead = method === "GET";
      const things = object === undefined ? null : world.objects[object];
      for (const caller of everybody) {
        // To the key of another organization everything of this one is foreign, and it never gets to it.
        const isElsewhere = caller === "foreign key";
        const isMisplaced = isPersonal === true && caller.endsWith(" key");
        const isAllowed = isElsewhere || mayPass(caller, lowest);
        if (things === null || things.own !== null) {
          const shared = object !== undefined && "isEverywhere" in objectKinds[object];
          const readable =
            things === null ? "200 or 422" : isElsewhere && !shared ? String(missingStatus) : "200 or 422";
          cells.push(async () => {
            // A field that nobody declared: whoever may pass is told so, and nothing is changed.
            const { status } = await send(caller, things?.own ?? "", isRead ? undefined : { unexpected: true });
            const expected = !isAllowed ? refusalOf(caller) : isMisplaced ? "403 or 422" : isRead ? readable : "422";
            return {
              door,
              caller,
              about: things === null ? "no thing" : "an own thing",
              got: String(status),
              expected,
            };
          });
        }
        if (things === null || isElsewhere) continue;
        cells.push(async () => {
          const input = isRead ? undefined : (body ?? {});
          const [one, other] = [await send(caller, things.foreign, input), await send(caller, things.missing, input)];
          const got = sameOrBoth(one, other, things);
          return {
            door,
            caller,
            about: "a foreign and a missing thing",
            got,
            expected: isAllowed && !isMisplaced ? String(missingStatus) : refusalOf(caller),
          };
        });
      }
    }
    await check("REST", cells);
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

  /** What a mutation answers: the status of its problem, 200, or the framework's own refusal. */
  async function run(
    mutation: { id: string; page: string },
    headers: Record<string, string>,
    args: unknown[],
    origin: string,
  ): Promise<Answer> {
    const answer = await ask(origin + pathOf(mutation.page), {
      method: "POST",
      headers: {
        accept: "text/x-component",
        "content-type": "text/plain;charset=UTF-8",
        "next-action": mutation.id,
        ...headers,
      },
      body: JSON.stringify(args),
    });
    const said = answer.text.split("\n").find((line) => /"ok":(true|false)/.test(line)) ?? "";
    const status = /"ok":true/.test(said) ? 200 : Number(/"status":(\d+)/.exec(said)?.[1] ?? answer.status);
    return { ...answer, status, text: said === "" ? answer.text : said };
  }

  test("every caller gets what is declared, and foreign is missing", async ({ origin }) => {
    const cells: (() => Promise<Cell>)[] = [];
    for (const mutation of builtMutations()) {
      const declared: MutationDoor | undefined = mutationDoors[mutation.door];
      if (declared === undefined) continue;
      const { lowest, object, more = [], takesNothing } = declared;
      const door = mutation.door;
      for (const caller of people) {
        const headers = { ...world.headersOf[caller], origin };
        if (lowest === "nobody once it is set up") {
          cells.push(async () => ({
            door,
            caller,
            about: "no thing",
            got: String((await run(mutation, headers, [{}], origin)).status),
            expected: "403 or 404 or 409 or 422",
          }));
          continue;
        }
        const isAllowed = mayPass(caller, lowest);
        const refusal = refusalOf(caller);
        cells.push(async () => ({
          door,
          caller,
          about: "an own organization",
          got: String((await run(mutation, headers, ["harbourline", null, null], origin)).status),
          expected: isAllowed ? (takesNothing === true ? "200" : "422") : refusal,
        }));
        if (object === undefined) continue;
        const things = world.objects[object];
        const argument = (name: string) => (object === "run" ? Number(name) : name);
        cells.push(async () => {
          const [one, other] = [
            await run(mutation, headers, ["harbourline", argument(things.foreign), ...more], origin),
            await run(mutation, headers, ["harbourline", argument(things.missing), ...more], origin),
          ];
          return {
            door,
            caller,
            about: "a foreign and a missing thing",
            got: sameOrBoth(one, other, things),
            expected: isAllowed ? "404" : refusal,
          };
        });
      }
    }
    await check("mutations", cells);
  });

  test("none runs for a request that does not come from our own pages", async ({ origin }) => {
    const { host, port } = new URL(origin);
    const forged: [string, Record<string, string>][] = [
      ["no Origin", {}],
      ["Origin null", { origin: "null" }],
      ["another site", { origin: "https://evil.example" }],
      ["a name below ours", { origin: `http://sub.${host}` }],
      ["another port", { origin: origin.replace(port, "1") }],
      ["a forged X-Forwarded-Host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ];
    const cells = builtMutations().flatMap((mutation) =>
      forged.map(([about, headers]) => async (): Promise<Cell> => {
        // With input that would be refused as invalid (422), had the origin not been looked at before.
        const { status } = await run(
          mutation,
          { ...world.headersOf.admin, ...headers },
          ["harbourline", null, null],
          origin,
        );
        return { door: mutation.door, caller: "admin", about, got: String(status), expected: "403 or 500" };
      }),
    );
    await check("forged origins", cells);
  });
});

/** The address of a page with things of Harbourline in place of its parameters. */
function pathOf(page: string, name?: string): string {
  const door = pageDoors[page];
  const object = door !== undefined && "object" in door ? door.object : undefined;
  const own = object === undefined ? "" : (name ?? world.objects[object].own ?? world.objects[object].missing);
  return page.replace("/[org]", "/harbourline").replace(/\[blueprint\]\/\[\.\.\.identifier\]|\[[^\]]+\]/, own) || "/";
}

test.describe("pages", () => {
  test("every page and route handler of the build is declared", () => {
    expectSame("page", Object.keys(pageDoors), builtPages());
  });

  /** What a page says. One that begins to stream before it knows says "not found" in its text. */
  async function open(path: string, caller: Caller, origin: string): Promise<string> {
    const { status, text, location } = await ask(origin + path, { headers: world.headersOf[caller] });
    if (status >= 300 && status < 400)
      return new URL(location ?? "/", origin).pathname === "/signin" ? "sign in" : "on";
    return /NEXT_HTTP_ERROR_FALLBACK;404/.test(text)
      ? "404"
      : /NEXT_REDIRECT;replace;\/signin/.test(text)
        ? "sign in"
        : String(status);
  }

  test("every caller gets what is declared, and foreign is missing", async ({ origin }) => {
    const cells: (() => Promise<Cell>)[] = [];
    for (const [door, declared] of Object.entries(pageDoors)) {
      if ("elsewhere" in declared) continue;
      for (const caller of people) {
        if ("open" in declared) {
          const expected = declared.open === "public" ? "200 or 404 or on" : "404";
          cells.push(async () => ({
            door,
            caller,
            about: declared.open,
            got: await open(door, caller, origin),
            expected,
          }));
          continue;
        }
        const { lowest, object } = declared;
        const isAllowed = mayPass(caller, lowest);
        const refusal = caller === "anonymous" || caller === "revoked session" ? "sign in" : "404";
        const own = object === undefined ? undefined : world.objects[object].own;
        if (own !== null)
          cells.push(async () => ({
            door,
            caller,
            about: "own",
            got: await open(pathOf(door), caller, origin),
            expected: isAllowed ? "200 or on" : refusal,
          }));
        if (object === undefined) continue;
        for (const which of ["foreign", "missing"] as const)
          cells.push(async () => ({
            door,
            caller,
            about: which,
            got: await open(pathOf(door, world.objects[object][which]), caller, origin),
            expected: isAllowed ? "404" : refusal,
          }));
      }
    }
    await check("pages", cells);
  });
});

test("the proxy looks at nobody: it sets headers and refuses what no page asks for, whoever asks", () => {
  for (const file of ["proxy.ts", "lib/web/find-early-refusal.ts"]) {
    const text = readFileSync(join(import.meta.dirname, "../..", file), "utf8");
    expect(text, file).not.toMatch(/cookie|authorization|redirect\(|rewrite\(|#lib\/identity|#db\//i);
  }
});
