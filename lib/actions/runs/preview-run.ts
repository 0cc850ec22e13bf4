import { sql } from "drizzle-orm";
import { z } from "zod";
import { checkInput } from "#lib/actions/actions/check-input.ts";
import { findAction } from "#lib/actions/actions/find-action.ts";
import { ActionIdentifier, ActionInputs } from "#lib/actions/actions/schema.ts";
import { backendOf } from "#lib/actions/runs/backends.ts";
import { RunPreview } from "#lib/actions/runs/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

// Addresses carry text only.
const InputsFromAddress = z
  .string()
  .max(8_000, "The answers are too long for a preview; shorten them")
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("Use an object in JSON");
      return z.NEVER;
    }
  });

/** A dry run: what an action would do with the answers so far. It has no effects. */
export const previewRun = query({
  name: "run.preview",
  permission: "action:read",
  route: { method: "GET", path: "/actions/{identifier}/preview", summary: "See what an action would do" },
  input: z.strictObject({
    identifier: ActionIdentifier,
    inputs: z.union([InputsFromAddress.pipe(ActionInputs), ActionInputs]),
  }),
  output: RunPreview,
  async run({ ctx, tx, input }) {
    const action = await findAction(tx, ctx.org.id, input.identifier);
    const backend = backendOf(action.backend.kind);
    const { value, problems } = checkInput(action.inputSchema, input.inputs);
    const policies = await backend.checkPolicies(tx, ctx.org.id, value, null);
    const [org] = await tx.execute<{ number: number }>(
      sql`select next_run_number as number from orgs where org_id = ${ctx.org.id}::uuid`,
    );
    const nothing = { repository: null, files: null, requests: [] };
    let made: Pick<RunPreview, "repository" | "files" | "requests"> = nothing;
    if (problems.length === 0) {
      try {
        made = await backend.preview(ctx, value, org?.number ?? 1);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== "invalid") throw error;
        problems.push({ path: "", message: error.message });
      }
    }
    const isReady = problems.length === 0 && policies.every((policy) => policy.verdict === "passed");
    return { problems, policies, ...made, isReady, previewedAt: new Date().toISOString() };
  },
});
