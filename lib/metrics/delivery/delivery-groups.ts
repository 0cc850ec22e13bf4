import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { deliveryFacts, type FactScope } from "#lib/metrics/delivery/facts.ts";

/** One line of a grouping: the whole window, a week, a team, a team's week, or one reason for leaving rows out. */
export type Group = {
  kind: "window" | "week" | "team" | "team-week" | "reason";
  week: string | null;
  owner_id: string | null;
  left_out: string | null;
};
export type DeploymentGroup = Group & {
  rows: number;
  services: number;
  deployments: number;
  days: number;
  failures: number;
  rework: number;
  recoveries: number;
  unrecovered: number;
  recovery: number[] | null;
};
export type ChangeGroup = Group & { rows: number; changes: number; lead: number[] | null };

// The bits of grouping(week, owner_id, left_out): set where a column is summed over.
const kindOfGroup = sql`case grouping(week, owner_id, left_out) when 7 then 'window' when 3 then 'week' when 5 then 'team' when 1 then 'team-week' else 'reason' end`;
const sets = sql`group by grouping sets ((), (week), (owner_id), (owner_id, week), (left_out))`;
const counted = sql`left_out is null`;
const recovered = sql`left_out is null and is_failure and recovery_hours >= 0`;

/** Every sum of a window's deployments in one statement. */
export async function readDeploymentGroups(tx: Transaction, scope: FactScope): Promise<DeploymentGroup[]> {
  return [
    ...(await tx.execute<DeploymentGroup>(sql`
      with ${deliveryFacts(scope)}
      select ${kindOfGroup} as kind, week::text, owner_id, left_out, count(*)::int as rows,
        (count(distinct service_ref) filter (where ${counted}))::int as services,
        (count(*) filter (where ${counted}))::int as deployments,
        (count(distinct day) filter (where ${counted}))::int as days,
        (count(*) filter (where ${counted} and is_failure))::int as failures,
        (count(*) filter (where ${counted} and not is_planned))::int as rework,
        (count(*) filter (where ${recovered}))::int as recoveries,
        (count(*) filter (where ${counted} and is_failure and recovery_hours is null))::int as unrecovered,
        to_jsonb(percentile_cont(array[0.5, 0.75, 0.9]) within group (order by recovery_hours) filter (where ${recovered})) as recovery
      from deployment_facts ${sets}`)),
  ];
}

/** Every sum of a window's changes in one statement. */
export async function readChangeGroups(tx: Transaction, scope: FactScope): Promise<ChangeGroup[]> {
  return [
    ...(await tx.execute<ChangeGroup>(sql`
      with ${deliveryFacts(scope)}
      select ${kindOfGroup} as kind, week::text, owner_id, left_out, count(*)::int as rows,
        (count(*) filter (where ${counted}))::int as changes,
        to_jsonb(percentile_cont(array[0.5, 0.75, 0.9]) within group (order by hours) filter (where ${counted})) as lead
      from change_facts ${sets}`)),
  ];
}
