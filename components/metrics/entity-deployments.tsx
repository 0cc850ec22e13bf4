import { DeploymentPaving } from "#components/metrics/deployment-paving.tsx";
import { SendEvents } from "#components/metrics/send-events.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import * as words from "#components/words/metrics/entity-deployments.tsx";
import { durationText } from "#components/words/units.ts";
import type { Deployment, DeploymentHistory } from "#lib/metrics/deployments/schema.ts";

export type EntityDeploymentsProps = { org: string; history: DeploymentHistory };

/** The production deployments of one entity: its last days as paving, and the latest in full. */
export function EntityDeployments({ org, history }: EntityDeploymentsProps) {
  const { deployments, counted, failed, days } = history;
  if (deployments.length === 0) {
    return (
      <Panel title={words.deployments}>
        <EmptyState title={words.noDeploymentRecorded} actions={<SendEvents org={org} needs="deployments" />}>
          {words.noDeploymentRecordedText}
        </EmptyState>
      </Panel>
    );
  }
  const sum = words.productionLastDays(days.length, counted, failed === 0 ? "" : words.failed(failed));
  return (
    <Panel title={words.deployments} more={sum}>
      <DeploymentPaving days={days} label={sum} />
      <Table label={words.latestDeployments}>
        <TableHead>
          <TableHeader>{words.version}</TableHeader>
          <TableHeader>{words.what}</TableHeader>
          <TableHeader>{words.by}</TableHeader>
          <TableHeader end>{words.leadTime}</TableHeader>
          <TableHeader end>{words.when}</TableHeader>
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
          <span className="mono font-550">{version ?? words.noVersion}</span>
          {status === "succeeded" ? null : <Pill tone={status === "failed" ? "bad" : "neutral"}>{status}</Pill>}
        </span>
      </TableCell>
      <TableCell className="max-w-[280px]">
        <span className="flex items-center gap-2">
          {isPlanned ? null : <Pill tone="warn">{deployment.isFix ? words.repair : words.unplanned}</Pill>}
          <span className="cut">{title ?? (deployment.isFix ? words.rolledBack : words.noChangesNamed)}</span>
          {changeCount > 1 ? (
            <span className="flex-none text-12 text-text-3">{words.andMore(changeCount - 1)}</span>
          ) : null}
        </span>
      </TableCell>
      <TableCell>
        {deployedBy === null ? (
          <span className="text-text-3">{words.notKnown}</span>
        ) : (
          <Avatar name={deployedBy} size="sm" />
        )}
      </TableCell>
      <TableCell end>
        {leadHours === null ? <span className="text-text-3">{words.notKnown}</span> : durationText(leadHours)}
      </TableCell>
      <TableCell end className="text-text-3">
        <RelativeTime at={finishedAt} />
      </TableCell>
    </TableRow>
  );
}
