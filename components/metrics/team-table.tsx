import { type DeliveryView, deliveryHref } from "#components/metrics/delivery-view.ts";
import { Panel } from "#components/ui/panel.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { TeamBadge } from "#components/ui/team-badge.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { durationText, numberText, shortNumber } from "#components/words/format.ts";
import type { TeamDelivery } from "#lib/metrics/delivery/schema.ts";

export type TeamTableProps = { org: string; view: DeliveryView; teams: TeamDelivery[] };

/** The same window by owning team. A team without changes has no lead time, which is not a lead time of 0. */
export function TeamTable({ org, view, teams }: TeamTableProps) {
  if (teams.length === 0) return null;
  return (
    <Panel title="By team" more="production deployments of the services a team owns">
      <Table label="Delivery by team">
        <TableHead>
          <TableHeader>Team</TableHeader>
          <TableHeader end>Deployments</TableHeader>
          <TableHeader end>Days a week</TableHeader>
          <TableHeader end>Lead time p50</TableHeader>
          <TableHeader end>p90</TableHeader>
          <TableHeader end>Changes</TableHeader>
          <TableHeader end>Failed</TableHeader>
        </TableHead>
        <TableBody>
          {teams.map((row) => (
            <TableRow key={row.team?.identifier ?? ""}>
              <TableCell strong>
                {row.team === null ? (
                  <span className="text-text-3">No team: owner missing, or the service is not in the catalog</span>
                ) : (
                  <span className="inline-flex items-center gap-2">
                    <TeamBadge name={row.team.title} />
                    <TextLink href={deliveryHref(org, view, { team: row.team.identifier })}>{row.team.title}</TextLink>
                  </span>
                )}
              </TableCell>
              <TableCell end>{numberText(row.deployments)}</TableCell>
              <TableCell end>
                {row.deploymentDaysPerWeek === null ? "" : shortNumber(row.deploymentDaysPerWeek)}
              </TableCell>
              <TableCell end>{hours(row.leadHours)}</TableCell>
              <TableCell end>{hours(row.leadP90Hours)}</TableCell>
              <TableCell end>{numberText(row.changes)}</TableCell>
              <TableCell end>{numberText(row.failures)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}

function hours(value: number | null) {
  return value === null ? <span className="text-text-3">not measurable</span> : durationText(value);
}
