import fc from "fast-check";
import { expect, test } from "../fixtures.ts";
import { makeOwnOrg } from "../own-org.ts";
import { type Description, type FuzzRequest, fuzzRequest } from "./fuzz-requests.ts";

const total = process.env["TEST_LONG"] === "1" ? 20_000 : 1_500;
const parallel = 6;
const seed = Number(process.env["TEST_SEED"] ?? 20_261_127) | 0;
/** What must never reach a caller: stacks, statements, paths and addresses of this machine. */
const leaks =
  /node_modules|\n\s+at |\bat \w+ \(|select .{0,80} from |insert into|PostgresError|22P0|ECONNREFUSED|\/lib\/\w+\/|undefined is not|Cannot read prop/;

test("whatever is sent to a REST door, the answer is a result or a problem that says what was wrong", async ({
  origin,
  request,
}) => {
  test.setTimeout(1_800_000);
  const description = (await (await request.get(`${origin}/api/v1/openapi.json`)).json()) as Description;
  // Nothing that other tests look at is changed.
  const authorization = `Bearer ${(await makeOwnOrg(origin, { prefix: "fuzz" })).key}`;
  const waiting = fc.sample(fuzzRequest(description), { numRuns: total, seed });
  const statuses = new Map<number, number>();
  const doors = new Set<string>();
  const wrong: string[] = [];

  const send = async ({ door, method, path, headers, body }: FuzzRequest) => {
    doors.add(door);
    const about = `${method} ${path.slice(0, 300)} ${body === null ? "" : Buffer.from(body).toString("utf8").slice(0, 300)}`;
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(30_000),
      headers: { authorization, ...headers },
      ...(body === null ? {} : { body: Buffer.from(body) }),
    }).catch((error: unknown) => String(error));
    if (typeof answer === "string") return void wrong.push(`${about}: ${answer}`);
    // The live stream never ends by itself.
    if (answer.headers.get("content-type")?.startsWith("text/event-stream")) return void (await answer.body?.cancel());
    const text = await answer.text();
    const { status } = answer;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500) wrong.push(`${about}: ${status} ${text.slice(0, 300)}`);
    else if (status >= 400 && !answer.headers.get("content-type")?.startsWith("application/problem+json"))
      wrong.push(`${about}: ${status} ${answer.headers.get("content-type")} ${text.slice(0, 200)}`);
    if (status >= 400 && leaks.test(text)) wrong.push(`${about}: shows ${leaks.exec(text)?.[0]}`);
  };
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await send(next);
    }),
  );
  console.log(
    `fuzz: ${total} requests to ${doors.size} doors, seed ${seed}: ${[...statuses]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${count} × ${status}`)
      .join(", ")}`,
  );
  expect(wrong.slice(0, 20), `${wrong.length} of ${total}`).toEqual([]);
  // The allow twin: some of it must have been good.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(total / 50);
  expect((await request.get(`${origin}/api/health/ready`)).status()).toBe(200);
});
