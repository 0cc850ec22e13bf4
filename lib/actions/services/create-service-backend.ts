import { sql } from "drizzle-orm";
import { removeEmptyRepository } from "#lib/actions/repositories/create-repository.ts";
import { repositoryUrl } from "#lib/actions/repositories/repository-path.ts";
import type { Backend } from "#lib/actions/runs/backend.ts";
import { checkPolicies } from "#lib/actions/services/check-policies.ts";
import { createServiceSteps } from "#lib/actions/services/create-service-steps.ts";
import { renderService } from "#lib/actions/services/render-service.ts";
import { ServiceInputs } from "#lib/actions/services/schema.ts";

/** From a form to a repository on the paved road and an entry in the catalog. */
export const createServiceBackend: Backend = {
  kind: "create-service",
  steps: createServiceSteps,
  titleOf: (inputs) => String(inputs["name"]),
  checkPolicies,
  async preview(ctx, values, runNumber) {
    const inputs = ServiceInputs.parse(values);
    const { files } = await renderService(ctx.org, inputs, {
      runNumber,
      repositoryUrl: repositoryUrl(ctx.org.slug, inputs.name),
    });
    return {
      repository: inputs.name,
      files: files.map((file) => ({
        path: file.path,
        sizeBytes: Buffer.byteLength(file.content),
        isPolicy: file.isPolicy,
      })),
      requests: [
        { verb: "CREATE", target: `repository ${inputs.name}` },
        { verb: "PUSH", target: `${files.length} files to main` },
        { verb: "UPSERT", target: `catalog: component ${inputs.name}` },
      ],
    };
  },
  async cleanUp(tx, ctx, run) {
    const { name } = ServiceInputs.parse(run.inputs);
    await removeEmptyRepository({ orgId: ctx.org.id, name, runId: run.id });
    await tx.execute(
      sql`delete from repositories where org_id = ${ctx.org.id}::uuid and run_id = ${run.id}::uuid and head_commit is null`,
    );
  },
};
