import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import type { MetricId } from "#lib/metrics/delivery/definitions.ts";
import type { MeasuredWindow } from "#lib/metrics/delivery/measure-window.ts";
import type { MetricResult } from "#lib/metrics/delivery/schema.ts";

/** Who owns something that was ever deployed. */
export type Owner = { id: string; blueprint: string; identifier: string; title: string };

/** What was ever recorded, whatever the window: tells "nothing happened" from "nothing is connected". */
export type KnownEvents = {
  has_deployments: boolean;
  has_failures: boolean;
  has_unplanned: boolean;
  last_event_at: string | null;
  owners: Owner[];
};

export async function readKnownEvents(tx: Transaction, orgId: string, teamId: string | null): Promise<KnownEvents> {
  const org = sql`${orgId}::uuid`;
  const ofTeam =
    teamId === null
      ? sql``
      : sql`and d.entity_id in (select id from entities where org_id = ${org} and owner_id = ${teamId}::uuid)`;
  const [known] = await tx.execute<KnownEvents>(sql`
    select exists (select 1 from deployments d where d.org_id = ${org} and d.environment = 'production' ${ofTeam}) as has_deployments,
      exists (select 1 from incidents where org_id = ${org})
        or exists (select 1 from deployments where org_id = ${org} and fixes_deployment_id is not null) as has_failures,
      exists (select 1 from deployments where org_id = ${org} and environment = 'production' and not is_planned) as has_unplanned,
      (select ${iso(sql`max(finished_at)`)} from deployments where org_id = ${org} and environment = 'production') as last_event_at,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'blueprint', o.blueprint, 'identifier', o.identifier, 'title', o.title) order by o.title), '[]')
        from entities o where o.org_id = ${org} and o.id in (
          select e.owner_id from entities e where e.org_id = ${org} and e.owner_id is not null
            and exists (select 1 from deployments d where d.org_id = ${org} and d.entity_id = e.id))) as owners`);
  if (known === undefined) throw new Error("A select without from returned no row");
  return known;
}

/** Why a metric has no number, or null when it has one. A source that is not connected is not a perfect score. */
export function explainAbsence(
  metric: MetricId,
  measured: MeasuredWindow,
  context: { known: KnownEvents; deployments: number; failures: number; isTeam: boolean },
): MetricResult["notMeasurable"] {
  const { known, deployments, failures, isTeam } = context;
  if (!known.has_deployments) {
    return {
      reason: isTeam
        ? "No production deployment of this team's services was ever recorded."
        : "No production deployment was ever recorded.",
      needs: "deployments",
    };
  }
  if (metric === "deployment-frequency") return null;
  if (deployments === 0) return { reason: "Nothing was deployed to production in this window.", needs: null };
  if (metric === "change-lead-time" && measured.n === 0) {
    return {
      reason: `${plural(deployments, "deployment")} in this window, none with a change whose first commit is known.`,
      needs: "changes",
    };
  }
  if (metric === "deployment-rework-rate" && !known.has_unplanned) {
    return {
      reason: "No deployment says that it was unplanned; without that, all would look planned.",
      needs: "plannedness",
    };
  }
  if (metric === "change-fail-rate" || metric === "failed-deployment-recovery") {
    if (!known.has_failures)
      return {
        reason: "No incident is recorded, and no deployment says which earlier one it repairs.",
        needs: "incidents",
      };
    if (metric === "failed-deployment-recovery" && measured.n === 0) {
      return failures === 0
        ? { reason: "No deployment failed in this window.", needs: null }
        : {
            reason: `${plural(failures, "deployment")} failed; nothing says when one of them was repaired.`,
            needs: "incidents",
          };
    }
  }
  return null;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
