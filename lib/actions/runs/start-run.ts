import { sql } from "drizzle-orm";
import { z } from "zod";
import { checkInput } from "#lib/actions/actions/check-input.ts";
import { findAction } from "#lib/actions/actions/find-action.ts";
import { ActionIdentifier, ActionInputs } from "#lib/actions/actions/schema.ts";
import { backendOf } from "#lib/actions/runs/backends.ts";
import { RunStatus } from "#lib/actions/runs/schema.ts";
import { AppError, type FieldProblem } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

const StartRunInput = z.strictObject({ identifier: ActionIdentifier, inputs: ActionInputs });

/** Starts an action: checks the answers, keeps them with a number, and leaves the work to the worker. */
export const startRun = command({
  name: "run.start",
  permission: "run:start",
  route: { method: "POST", path: "/actions/{identifier}/runs", summary: "Run an action" },
  input: StartRunInput,
  output: z.object({ id: z.string(), number: z.number(), title: z.string(), status: RunStatus }),
  async run({ ctx, tx, input, audit, emit, enqueue }) {
    const action = await findAction(tx, ctx.org.id, input.identifier);
    const { value: inputs, problems } = checkInput(action.inputSchema, input.inputs);
    refuse(problems);
    const backend = backendOf(action.backend.kind);
    // Numbers come first: the row they come from is held until the end, so two starts with one name cannot pass each other.
    const [org] = await tx.execute<{ number: number }>(sql`
      update orgs set next_run_number = next_run_number + 1 where org_id = ${ctx.org.id}::uuid returning next_run_number - 1 as number`);
    if (org === undefined) throw new AppError("not_found", "This organization is gone.");
    const policies = await backend.checkPolicies(tx, ctx.org.id, inputs, null);
    refuse(
      policies
        .filter((policy) => policy.verdict !== "passed")
        .map((policy) => ({ path: policy.field ?? "", message: policy.detail ?? policy.title })),
    );

    const title = `${action.title}: ${backend.titleOf(inputs)}`;
    const { actor } = ctx;
    const [run] = await tx.execute<{ id: string }>(sql`
      insert into runs (org_id, number, action_id, title, status, inputs, started_by_kind, started_by_id, started_by_name)
      values (${ctx.org.id}::uuid, ${org.number}, ${action.id}::uuid, ${title}, 'queued', ${JSON.stringify(inputs)}::jsonb, ${actor.kind}, ${actor.id}, ${actor.name})
      returning id`);
    if (run === undefined) throw new Error("The run was not stored");
    const steps = backend.steps.map((step, index) => ({
      position: index + 1,
      identifier: step.identifier,
      title: step.title,
    }));
    await tx.execute(sql`
      insert into run_steps (org_id, run_id, position, identifier, title, status)
      select ${ctx.org.id}::uuid, ${run.id}::uuid, r.position, r.identifier, r.title, 'waiting'
      from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as r(position smallint, identifier text, title text)`);
    audit({
      subjectKind: "run",
      subjectId: run.id,
      subjectName: `#${org.number} ${title}`,
      after: { action: action.identifier, inputs },
    });
    await emit({ topic: "run.updated", subjectId: run.id, payload: { number: org.number, status: "queued" } });
    await enqueue("run.execute", { runId: run.id }, { jobKey: `run:${run.id}` });
    return { id: run.id, number: org.number, title, status: "queued" as const };
  },
});

function refuse(problems: FieldProblem[]): void {
  if (problems.length === 0) return;
  throw new AppError(
    "invalid",
    "Some of the answers cannot be used; nothing was started.",
    problems.map(({ path, message }) => ({ path: `inputs.${path}`, message })),
  );
}
