import { type DeliveryView, deliveryHref } from "#components/metrics/delivery-view.ts";
import { Panel } from "#components/ui/panel.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { TeamBadge } from "#components/ui/team-badge.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/metrics/team-table.ts";
import { durationText, shortNumber } from "#components/words/units.ts";
import type { TeamDelivery } from "#lib/metrics/delivery/schema.ts";

export type TeamTableProps = { org: string; view: DeliveryView; teams: TeamDelivery[] };

/** The same window by owning team. A team without changes has no lead time, which is not a lead time of 0. */
export function TeamTable({ org, view, teams }: TeamTableProps) {
  if (teams.length === 0) return null;
  return (
    <Panel title={words.byTeam} more={words.productionDeploymentsOfTheServices}>
      <Table label={words.deliveryByTeam}>
        <TableHead>
          <TableHeader>{words.team}</TableHeader>
          <TableHeader end>{words.deployments}</TableHeader>
          <TableHeader end>{words.daysAWeek}</TableHeader>
          <TableHeader end>{words.leadTimeP50}</TableHeader>
          <TableHeader end>{words.p90}</TableHeader>
          <TableHeader end>{words.changes}</TableHeader>
          <TableHeader end>{words.failed}</TableHeader>
        </TableHead>
        <TableBody>
          {teams.map((row) => (
            <TableRow key={row.team?.identifier ?? ""}>
              <TableCell strong>
                {row.team === null ? (
                  <span className="text-text-3">{words.noTeamOwnerMissing}</span>
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
  return value === null ? <span className="text-text-3">{words.notMeasurable}</span> : durationText(value);
}
