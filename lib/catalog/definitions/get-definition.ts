import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { definitionOf } from "#lib/catalog/blueprints/read-blueprints.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import { definitionText, findReferences, usualProperty } from "#lib/catalog/definitions/find-references.ts";
import type { DefinitionJob } from "#lib/catalog/definitions/read-child.ts";
import { DefinitionAnswer } from "#lib/catalog/definitions/schema.ts";
import { entityRoute } from "#lib/catalog/entities/entity-views.ts";
import { type ChildPool, createChildPool } from "#lib/kernel/child-process/create-child-pool.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query, readTransaction } from "#lib/kernel/operation.ts";

const longest = 2_000_000;
const deadlineMs = 5_000;
const keptAnswers = 50;
let pool: ChildPool | undefined;
/** What was read lately, by the hash of the text: a page that is opened again costs nothing. The same text is the same for everybody. */
const kept = new Map<string, DefinitionAnswer>();

/**
 * An entity's API definition as a reference: operations, schemas and examples. It is read in a child process that is killed when it takes
 * too long or too much memory, and before the transaction, which must not wait for it.
 */
export const getDefinition = query({
  name: "definition.get",
  permission: "entity:read",
  route: { method: "GET", path: "/entity-definition", summary: "Read the API definition of an entity as a reference" },
  input: z.strictObject({
    ...entityRoute,
    property: z.string().min(1).max(63).default(usualProperty).describe("Which of its properties, if it has several"),
  }),
  output: DefinitionAnswer,
  async prepare({ ctx, input }) {
    const found = await readText(ctx, input);
    if (found === null)
      throw new AppError("not_found", `There is no ${input.blueprint} ${input.identifier} with a definition.`);
    return readKept(found, ctx.org.id);
  },
  run: async ({ prepared }) => prepared,
});

type Asked = z.output<z.ZodObject<typeof entityRoute>> & { property: string };
type Row = { value: unknown; type: string | null; definition: BlueprintDefinition | null };

async function readText(ctx: Context, { blueprint, identifier, property }: Asked): Promise<DefinitionJob | null> {
  const [row] = await readTransaction(ctx, (tx) =>
    tx.execute<Row>(sql`
      select e.properties -> ${property} as value, e.type, b.definition
      from entities e join blueprints b on b.org_id = ${ctx.org.id}::uuid and b.identifier = e.blueprint
      where e.org_id = ${ctx.org.id}::uuid and e.blueprint = ${blueprint} and e.identifier = ${identifier} and not e.is_archived`),
  );
  if (row === undefined) return null;
  const { properties } = definitionOf(blueprint, row.definition);
  const found = findReferences(properties, { [property]: row.value }).find((one) => one.property === property);
  const text = found === undefined ? null : definitionText(row.value, found.form !== null);
  return found === undefined || text === null ? null : { text, type: found.form ?? row.type };
}

async function readKept(job: DefinitionJob, lane: string): Promise<DefinitionAnswer> {
  if (job.text.length > longest) return problem("The definition is longer than two million characters.");
  const key = createHash("sha256").update(`${job.type}\n${job.text}`).digest("base64");
  const known = kept.get(key);
  if (known !== undefined) return known;
  pool ??= createChildPool({
    script: "lib/catalog/definitions/read-child.ts",
    deadlineMs,
    memoryMb: 192,
    maxOutputBytes: 8_000_000,
    maxChildren: 1,
    maxWaiting: 50,
  });
  const outcome = await pool.run(JSON.stringify(job), { lane });
  if (!outcome.ok) {
    if (outcome.reason === "busy")
      throw new AppError("unavailable", "Too many definitions are being read; try again in a moment.");
    return problem(
      outcome.reason === "deadline" ? "Reading it took longer than 5 seconds." : "Reading it took too much memory.",
    );
  }
  const answer = JSON.parse(outcome.output) as DefinitionAnswer;
  kept.set(key, answer);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAnswers) break;
    kept.delete(oldest);
  }
  return answer;
}

function problem(message: string): DefinitionAnswer {
  return { problem: { message, line: null, column: null } };
}
