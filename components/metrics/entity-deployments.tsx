import { DeploymentPaving } from "#components/metrics/deployment-paving.tsx";
import { SendEventsDialog } from "#components/metrics/send-events-dialog.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { durationText } from "#components/words/format.ts";
import type { Deployment, DeploymentHistory } from "#lib/metrics/deployments/schema.ts";

export type EntityDeploymentsProps = { org: string; history: DeploymentHistory };

/** The production deployments of one entity: its last days as paving, and the latest in full. */
export function EntityDeployments({ org, history }: EntityDeploymentsProps) {
  const { deployments, counted, failed, days } = history;
  if (deployments.length === 0) {
    return (
      <Panel title="Deployments">
        <EmptyState title="No deployment recorded" actions={<SendEventsDialog org={org} needs="deployments" />}>
          This entity appears here when a pipeline reports its first deployment to production.
        </EmptyState>
      </Panel>
    );
  }
  const sum = `production, last ${days.length} days: ${counted}${failed === 0 ? "" : `, ${failed} failed`}`;
  return (
    <Panel title="Deployments" more={sum}>
      <DeploymentPaving days={days} label={sum} />
      <Table label="Latest deployments">
        <TableHead>
          <TableHeader>Version</TableHeader>
          <TableHeader>What</TableHeader>
          <TableHeader>By</TableHeader>
          <TableHeader end>Lead time</TableHeader>
          <TableHeader end>When</TableHeader>
        </TableHead>
        <TableBody>
          {deployments.map((deployment) => (
            <DeploymentRow key={deployment.id} deployment={deployment} />
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}

const marks = { succeeded: "bg-ok-mark", failed: "bg-bad-mark", cancelled: "bg-line-control" } as const;

function DeploymentRow({ deployment }: { deployment: Deployment }) {
  const { version, status, title, changeCount, isPlanned, deployedBy, leadHours, finishedAt } = deployment;
  return (
    <TableRow>
      <TableCell>
        <span className="inline-flex items-center gap-2">
          <span aria-hidden className={`size-2 flex-none rounded-full ${marks[status]}`} />
          <span className="mono font-550">{version ?? "no version"}</span>
          {status === "succeeded" ? null : <Pill tone={status === "failed" ? "bad" : "neutral"}>{status}</Pill>}
        </span>
      </TableCell>
      <TableCell className="max-w-[280px]">
        <span className="flex items-center gap-2">
          {isPlanned ? null : <Pill tone="warn">{deployment.isFix ? "repair" : "unplanned"}</Pill>}
          <span className="cut">{title ?? (deployment.isFix ? "Rolled back" : "no changes named")}</span>
          {changeCount > 1 ? <span className="flex-none text-12 text-text-3">and {changeCount - 1} more</span> : null}
        </span>
      </TableCell>
      <TableCell>
        {deployedBy === null ? <span className="text-text-3">not known</span> : <Avatar name={deployedBy} size="sm" />}
      </TableCell>
      <TableCell end>
        {leadHours === null ? <span className="text-text-3">not known</span> : durationText(leadHours)}
      </TableCell>
      <TableCell end className="text-text-3">
        <RelativeTime at={finishedAt} />
      </TableCell>
    </TableRow>
  );
}
