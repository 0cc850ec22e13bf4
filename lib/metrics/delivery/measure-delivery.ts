import type { Transaction } from "#db/client.ts";
import type { Context } from "#lib/kernel/context.ts";
import { query } from "#lib/kernel/operation.ts";
import { addDays, daysBetween } from "#lib/metrics/delivery/calendar.ts";
import { metricIds } from "#lib/metrics/delivery/definitions.ts";
import { readChangeGroups, readDeploymentGroups } from "#lib/metrics/delivery/delivery-groups.ts";
import { resolveTeam, resolveWindow } from "#lib/metrics/delivery/delivery-scope.ts";
import { explainAbsence, type Owner, readKnownEvents } from "#lib/metrics/delivery/explain-absence.ts";
import { daysPerWeek, measureWindow, type WindowGroups } from "#lib/metrics/delivery/measure-window.ts";
import { percentile } from "#lib/metrics/delivery/percentile.ts";
import { DeliveryInput, DeliveryReport, type TeamDelivery } from "#lib/metrics/delivery/schema.ts";

type Window = { from: string; to: string };

/** DORA's five over a window and the one before it, with a line per team. */
export const measureDelivery = query({
  name: "metric.measure-delivery",
  permission: "metric:read",
  route: { method: "GET", path: "/metrics/delivery", summary: "DORA's five metrics of software delivery" },
  input: DeliveryInput,
  output: DeliveryReport,
  async run({ ctx, tx, input }) {
    const window = resolveWindow(ctx, input);
    const days = daysBetween(window.from, window.to);
    const previousWindow = input.compare === "none" ? null : { from: addDays(window.from, -days), to: window.from };
    const team = await resolveTeam(ctx, tx, input.team);
    const teamId = team?.id ?? null;
    const [groups, before, known] = await Promise.all([
      readWindow(ctx, tx, window, teamId),
      previousWindow === null ? null : readWindow(ctx, tx, previousWindow, teamId),
      readKnownEvents(tx, ctx.org.id, teamId),
    ]);
    const whole = groups.deployments.find((group) => group.kind === "window");
    const context = {
      known,
      deployments: whole?.deployments ?? 0,
      failures: whole?.failures ?? 0,
      isTeam: team !== null,
    };
    return {
      window: { ...window, timeZone: ctx.org.timeZone },
      previousWindow,
      team: team === null ? null : { identifier: team.identifier, title: team.title },
      services: whole?.services ?? 0,
      lastEventAt: known.last_event_at,
      metrics: metricIds.map((id) => {
        const measured = measureWindow(id, window, groups);
        const notMeasurable = explainAbsence(id, measured, context);
        const previous = previousWindow === null || before === null ? null : measureWindow(id, previousWindow, before);
        const hasPrevious = previous !== null && previous.n > 0;
        const absent = { value: null, p75: null, p90: null, interval: null };
        return {
          id,
          ...measured,
          ...(notMeasurable === null ? {} : absent),
          isLowSample: measured.n < 5,
          notMeasurable,
          previous: hasPrevious ? previous : null,
        };
      }),
      teams: measureTeams(window, groups, known.owners),
      teamOptions: known.owners
        .filter((owner) => owner.blueprint === "group")
        .map(({ identifier, title }) => ({ identifier, title })),
    };
  },
});

async function readWindow(ctx: Context, tx: Transaction, window: Window, teamId: string | null): Promise<WindowGroups> {
  const scope = { orgId: ctx.org.id, timeZone: ctx.org.timeZone, ...window, teamId };
  const [deployments, changes] = await Promise.all([readDeploymentGroups(tx, scope), readChangeGroups(tx, scope)]);
  return { deployments, changes };
}

function measureTeams(window: Window, { deployments, changes }: WindowGroups, owners: Owner[]): TeamDelivery[] {
  return deployments
    .filter((group) => group.kind === "team" && group.deployments > 0)
    .map((group) => {
      const weeks = deployments.filter((week) => week.kind === "team-week" && week.owner_id === group.owner_id);
      const owner = owners.find((candidate) => candidate.id === group.owner_id);
      const lead = changes.find((change) => change.kind === "team" && change.owner_id === group.owner_id);
      return {
        team: owner === undefined ? null : { identifier: owner.identifier, title: owner.title },
        deployments: group.deployments,
        deploymentDaysPerWeek: percentile(daysPerWeek(window, weeks), 0.5),
        leadHours: lead?.lead?.[0] ?? null,
        leadP90Hours: lead?.lead?.[2] ?? null,
        changes: lead?.changes ?? 0,
        failures: group.failures,
      };
    })
    .sort((one, other) => other.deployments - one.deployments);
}
