import type { JqAnswer, JqJob, JqOutcome } from "#lib/catalog/derived/jq/answer.ts";
import { type ChildPool, createChildPool } from "#lib/kernel/child-process/create-child-pool.ts";

// For one batch. What needs longer loops, or is no calculation of one property.
const deadlineMs = 3000;
// So many of a batch are tried alone after all of it was stopped; the rest is not, or one program could hold the worker for minutes.
const triedAlone = 2;
let pool: ChildPool | undefined;

/** What a program yields for each of these inputs, in a process that is killed when it takes too long or too much memory. Never rejects. */
export async function runJq(program: string, inputs: unknown[], lane?: string): Promise<JqOutcome[]> {
  const together = await ask({ program, inputs }, lane);
  if ("outcomes" in together) return together.outcomes;
  const outcomes: JqOutcome[] = [];
  let strikes = 0;
  for (const input of inputs) {
    if (strikes === triedAlone) {
      outcomes.push({ ok: false, message: together.problem });
      continue;
    }
    const alone = inputs.length === 1 ? together : await ask({ program, inputs: [input] }, lane);
    const [outcome] = "outcomes" in alone ? alone.outcomes : [];
    if (outcome === undefined) strikes += 1;
    outcomes.push(outcome ?? { ok: false, message: "problem" in alone ? alone.problem : "it yields nothing" });
  }
  return outcomes;
}

/** Why a program is none, with the place; null when it is one. It is not run. */
export async function findJqProblem(program: string, lane?: string): Promise<string | null> {
  // Written anywhere, inside a text too: a program that needs the word can spell it otherwise.
  if (
    /(?<![.\w$])(now|localtime|mktime|strflocaltime|input|inputs|debug|stderr|halt|halt_error|env)\b(?!"?\s*:)/.test(
      program,
    )
  )
    return "A calculated property depends on the entity alone: now, env, input, debug and halt cannot be used";
  const answer = await ask({ program, inputs: [] }, lane);
  return "problem" in answer ? answer.problem : null;
}

async function ask(job: JqJob, lane: string | undefined): Promise<JqAnswer> {
  pool ??= createChildPool({
    script: "lib/catalog/derived/jq/child.ts",
    deadlineMs,
    memoryMb: 192,
    maxOutputBytes: 8_000_000,
    maxChildren: 1,
    maxWaiting: 500,
  });
  const outcome = await pool.run(JSON.stringify(job), { lane });
  if (outcome.ok) return JSON.parse(outcome.output) as JqAnswer;
  const problems: Record<typeof outcome.reason, string> = {
    deadline: `it was stopped because it ran longer than ${deadlineMs / 1000} seconds`,
    crashed: "it was stopped because it needed too much memory",
    output_too_large: "what it yields is too large",
    busy: "too many programs are waiting; try again in a moment",
  };
  return { problem: problems[outcome.reason] };
}

/** Ends the children. For tests; a process that exits ends them by itself. */
export function closeJqPool(): void {
  pool?.close();
  pool = undefined;
}
