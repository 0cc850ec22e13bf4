import { sql } from "drizzle-orm";
import { createRepository } from "#lib/actions/repositories/create-repository.ts";
import { pushFirstCommit } from "#lib/actions/repositories/push-first-commit.ts";
import { repositoryPath, repositoryUrl } from "#lib/actions/repositories/repository-path.ts";
import type { Step, StepScope } from "#lib/actions/runs/backend.ts";
import { checkPolicies } from "#lib/actions/services/check-policies.ts";
import { describeService } from "#lib/actions/services/describe-service.ts";
import { registerService } from "#lib/actions/services/register-service.ts";
import { renderService } from "#lib/actions/services/render-service.ts";
import { ServiceInputs } from "#lib/actions/services/schema.ts";
import { writeFiles } from "#lib/actions/templates/write-files.ts";
import { AppError } from "#lib/kernel/errors.ts";

const check: Step = {
  identifier: "check-policies",
  title: "Check policies",
  async run({ ctx, run, log, fenced }) {
    const policies = await fenced((tx) => checkPolicies(tx, ctx.org.id, run.inputs, run.id));
    for (const policy of policies)
      log.write(
        policy.verdict === "passed" ? "ok" : "error",
        policy.detail === null ? policy.title : `${policy.title}: ${policy.detail}`,
      );
    const broken = policies.filter((policy) => policy.verdict !== "passed");
    if (broken.length > 0) {
      throw new AppError(
        "invalid",
        broken.map((policy) => policy.detail ?? policy.title).join(" "),
        broken.map((policy) => ({ path: policy.field ?? "", message: policy.detail ?? "" })),
      );
    }
    return { summary: `${policies.length} verdicts, all passed` };
  },
};

const render: Step = {
  identifier: "render-template",
  title: "Render template",
  async run(scope) {
    const { inputs, place } = partsOf(scope);
    scope.log.write("command", `render ${inputs.template} with the policy pack`);
    const { files, digest } = await renderService(scope.ctx.org, inputs, place);
    for (const file of files) scope.log.write("dim", `${file.path}${file.isPolicy ? "  policy" : ""}`);
    const policyCount = files.filter((file) => file.isPolicy).length;
    scope.log.write("ok", `${files.length} files rendered, ${policyCount} from the policy pack`);
    return {
      summary: `${files.length} files, ${policyCount} from the policy pack`,
      outputs: { fileCount: files.length, digest },
    };
  },
};

const create: Step = {
  identifier: "create-repository",
  title: "Create repository",
  async run({ ctx, run, log, fenced }) {
    const { name } = ServiceInputs.parse(run.inputs);
    // The name is taken in the database first, so that of two runs only one gets as far as the disk.
    const taken = await fenced((tx) =>
      tx.execute<{ run_id: string | null }>(sql`
        insert into repositories (org_id, name, run_id) values (${ctx.org.id}::uuid, ${name}, ${run.id}::uuid)
        on conflict (org_id, name) do update set name = excluded.name returning run_id`),
    );
    if (taken[0]?.run_id !== run.id)
      throw new AppError("conflict", `There is a repository ${name} already; start again with another name.`);
    log.write("command", `git init --bare ${name}.git`);
    const { isNew } = await createRepository({ orgId: ctx.org.id, name, runId: run.id });
    log.write(
      "ok",
      isNew ? `Repository ${name} created` : `Repository ${name} was created by an earlier attempt of this run`,
    );
    return {
      summary: name,
      outputs: { repository: name },
      links: [{ title: "Repository", url: `/${ctx.org.slug}/repositories/${name}` }],
    };
  },
};

const push: Step = {
  identifier: "commit-and-push",
  title: "Commit and push",
  async run(scope) {
    const { ctx, run, log, workspace, outputs } = scope;
    const { inputs, place } = partsOf(scope);
    const { files, digest } = await renderService(ctx.org, inputs, place);
    if (digest !== outputs["digest"])
      log.write("warning", "The template has changed since it was rendered; its newer form is committed");
    await writeFiles(workspace, files);
    log.write("command", `git commit --message "Create ${inputs.name} from template ${inputs.template}"`);
    const { commit, isNew } = await pushFirstCommit(workspace, repositoryPath(ctx.org.id, inputs.name), {
      message: `Create ${inputs.name} from template ${inputs.template}\n\n${inputs.description}\n\nCauseway-Run: ${run.number}\n`,
      authorName: run.startedByName,
      at: run.createdAt,
    });
    log.write("command", "git push origin HEAD:main");
    log.write(
      "ok",
      isNew
        ? `${files.length} files, commit ${commit.slice(0, 7)} on main`
        : `Commit ${commit.slice(0, 7)} was pushed by an earlier attempt of this run`,
    );
    return {
      summary: `${files.length} files, commit ${commit.slice(0, 7)}`,
      outputs: { commit },
      async commit(tx) {
        await tx.execute(
          sql`update repositories set head_commit = ${commit} where org_id = ${ctx.org.id}::uuid and run_id = ${run.id}::uuid`,
        );
      },
    };
  },
};

const register: Step = {
  identifier: "register-in-catalog",
  title: "Register in catalog",
  async run(scope) {
    const { ctx, run, log, outputs } = scope;
    const { inputs, place } = partsOf(scope);
    const { entity } = describeService(inputs, place);
    log.write("command", `upsert component ${entity.identifier}`);
    log.write("ok", `Component ${entity.identifier} is in the catalog, owned by ${entity.ownerRef}`);
    return {
      summary: `component ${entity.identifier}`,
      outputs: { entity: `component:${entity.identifier}` },
      links: [{ title: entity.title, url: `/${ctx.org.slug}/catalog/component/${entity.identifier}` }],
      async commit(tx) {
        await registerService.call(
          ctx,
          { runNumber: run.number, actionTitle: run.action.title, commit: String(outputs["commit"]), entity },
          tx,
        );
      },
    };
  },
};

export const createServiceSteps: Step[] = [check, render, create, push, register];

function partsOf({ ctx, run }: StepScope) {
  const inputs = ServiceInputs.parse(run.inputs);
  return { inputs, place: { runNumber: run.number, repositoryUrl: repositoryUrl(ctx.org.slug, inputs.name) } };
}
