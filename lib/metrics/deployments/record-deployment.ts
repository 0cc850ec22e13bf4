import { command } from "#lib/kernel/operation.ts";
import { RecordedDeployment, RecordedEvent } from "#lib/metrics/deployments/schema.ts";
import { writeDeployments } from "#lib/metrics/deployments/write-deployments.ts";
import { describeEvent } from "#lib/metrics/services/describe-event.ts";

/** Records one deployment. A second delivery of the same adds nothing and is answered the same. */
export const recordDeployment = command({
  name: "deployment.record",
  permission: "deployment:write",
  route: { method: "POST", path: "/deployments", summary: "Record a deployment with its changes" },
  input: RecordedDeployment,
  output: RecordedEvent,
  async run({ ctx, tx, input, audit, emit }) {
    const [written] = await writeDeployments(tx, ctx.org.id, [input], () => "fixes");
    if (written === undefined) throw new Error("A deployment was not stored");
    const { service, version, environment, status, source, sourceId, attempt } = input;
    audit({
      subjectKind: "deployment",
      subjectId: written.id,
      subjectName: `${service} ${version ?? sourceId}`,
      after: written.isNew
        ? { source, sourceId, attempt, environment, status, changes: input.changes.length }
        : { isRedelivery: true },
    });
    if (written.isNew)
      await emit({
        topic: "deployment.recorded",
        subjectId: written.id,
        payload: { entityId: written.entityId, environment },
      });
    return describeEvent(written);
  },
});
