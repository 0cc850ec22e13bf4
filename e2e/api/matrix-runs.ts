import { type Caller, everybody, type MatrixWorld, people } from "./matrix-callers.ts";
import { type Answer, ask, type Cell, mayPass, refusalOf, sameOrBoth } from "./matrix-cells.ts";
import { builtMutations } from "./matrix-doors.ts";
import { objectKinds } from "./matrix-objects.ts";
import { pageDoors } from "./matrix-pages.ts";
import { type MutationDoor, mutationDoors, restDoors } from "./matrix-table.ts";

type Cells = (() => Promise<Cell>)[];

/** Every REST route for every caller: with nothing to act on, with an own thing, with a foreign and a missing one. */
export function restCells(world: MatrixWorld, origin: string): Cells {
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
        const readable = things === null ? "200 or 422" : isElsewhere && !shared ? String(missingStatus) : "200 or 422";
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
  return cells;
}

/** Every mutation for everybody who has a browser. */
export function mutationCells(world: MatrixWorld, origin: string): Cells {
  const cells: (() => Promise<Cell>)[] = [];
  for (const mutation of builtMutations()) {
    const declared: MutationDoor | undefined = mutationDoors[mutation.door];
    if (declared === undefined || declared.elsewhere !== undefined) continue;
    const { lowest, object, more = [], takesNothing } = declared;
    const door = mutation.door;
    for (const caller of people) {
      const headers = { ...world.headersOf[caller], origin };
      if (lowest === "nobody once it is set up" || lowest === "anybody") {
        cells.push(async () => ({
          door,
          caller,
          about: "no thing",
          got: String((await run(world, mutation, headers, [{}], origin)).status),
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
        got: String((await run(world, mutation, headers, ["harbourline", null, null], origin)).status),
        expected: isAllowed ? (takesNothing === true ? "200" : "422") : refusal,
      }));
      if (object === undefined) continue;
      const things = world.objects[object];
      const argument = (name: string) => (object === "run" ? Number(name) : name);
      cells.push(async () => {
        const [one, other] = [
          await run(world, mutation, headers, ["harbourline", argument(things.foreign), ...more], origin),
          await run(world, mutation, headers, ["harbourline", argument(things.missing), ...more], origin),
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
  return cells;
}

/** Every mutation, as an admin, in requests that do not come from our own pages. */
export function forgedOriginCells(world: MatrixWorld, origin: string): Cells {
  const { host, port } = new URL(origin);
  const forged: [string, Record<string, string>][] = [
    ["no Origin", {}],
    ["Origin null", { origin: "null" }],
    ["another site", { origin: "https://evil.example" }],
    ["a name below ours", { origin: `http://sub.${host}` }],
    ["another port", { origin: origin.replace(port, "1") }],
    ["a forged X-Forwarded-Host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
  ];
  return builtMutations().flatMap((mutation) =>
    forged.map(([about, headers]) => async (): Promise<Cell> => {
      // With input that would be refused as invalid (422), had the origin not been looked at before.
      const { status } = await run(
        world,
        mutation,
        { ...world.headersOf.admin, ...headers },
        ["harbourline", null, null],
        origin,
      );
      return { door: mutation.door, caller: "admin", about, got: String(status), expected: "403 or 500" };
    }),
  );
}

/** Every page and route handler for everybody who has a browser. */
export function pageCells(world: MatrixWorld, origin: string): Cells {
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
          got: await open(world, door, caller, origin),
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
          got: await open(world, pathOf(world, door), caller, origin),
          expected: isAllowed ? "200 or on" : refusal,
        }));
      if (object === undefined) continue;
      for (const which of ["foreign", "missing"] as const)
        cells.push(async () => ({
          door,
          caller,
          about: which,
          got: await open(world, pathOf(world, door, world.objects[object][which]), caller, origin),
          expected: isAllowed ? "404" : refusal,
        }));
    }
  }
  return cells;
}

/** What a mutation answers: the status of its problem, 200, or the framework's own refusal. */
async function run(
  world: MatrixWorld,
  mutation: { id: string; page: string },
  headers: Record<string, string>,
  args: unknown[],
  origin: string,
): Promise<Answer> {
  const answer = await ask(origin + pathOf(world, mutation.page), {
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
  return { ...answer, status, text: said === "" ? answer.text : said.replace(/^[0-9a-f]+:/, "") };
}

/** What a page says. One that begins to stream before it knows says "not found" in its text. */
async function open(world: MatrixWorld, path: string, caller: Caller, origin: string): Promise<string> {
  const { status, text, location } = await ask(origin + path, { headers: world.headersOf[caller] });
  if (status >= 300 && status < 400) return new URL(location ?? "/", origin).pathname === "/signin" ? "sign in" : "on";
  return /NEXT_HTTP_ERROR_FALLBACK;404/.test(text)
    ? "404"
    : /NEXT_REDIRECT;replace;\/signin/.test(text)
      ? "sign in"
      : String(status);
}

/** The address of a page with things of Harbourline in place of its parameters. */
function pathOf(world: MatrixWorld, page: string, name?: string): string {
  const door = pageDoors[page];
  const object = door !== undefined && "object" in door ? door.object : undefined;
  const own = object === undefined ? "" : (name ?? world.objects[object].own ?? world.objects[object].missing);
  return page.replace("/[org]", "/harbourline").replace(/\[blueprint\]\/\[\.\.\.identifier\]|\[[^\]]+\]/, own) || "/";
}
