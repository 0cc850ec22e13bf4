import { type SQL, sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";
import { query } from "#lib/kernel/operation.ts";
import type { LeftOutReason, MetricId } from "#lib/metrics/delivery/definitions.ts";
import { resolveTeam, resolveWindow } from "#lib/metrics/delivery/delivery-scope.ts";
import { deliveryFacts } from "#lib/metrics/delivery/facts.ts";
import { type DeliveryRow, DeliveryRows, DeliveryRowsInput } from "#lib/metrics/delivery/schema.ts";

/** The rows that a number was made of, and those that were left out with the reason. */
export const listDeliveryRows = query({
  name: "metric.list-delivery-rows",
  permission: "metric:read",
  route: { method: "GET", path: "/metrics/delivery/rows", summary: "The rows behind a delivery metric" },
  input: DeliveryRowsInput,
  output: DeliveryRows,
  async run({ ctx, tx, input }) {
    const team = await resolveTeam(ctx, tx, input.team);
    const scope = {
      orgId: ctx.org.id,
      timeZone: ctx.org.timeZone,
      ...resolveWindow(ctx, input),
      teamId: team?.id ?? null,
    };
    const facts = sql`${deliveryFacts(scope)}, rows as (${rowsOf(input.metric)})`;
    const inWeek = input.week === undefined ? sql`true` : sql`week = ${input.week}::date`;
    const wanted = input.verdict === "counted" ? sql`reason is null` : sql`reason is not null`;
    const [answer] = await tx.execute<{
      counts: { reason: LeftOutReason | null; count: number }[];
      rows: DeliveryRow[];
    }>(sql`
      with ${facts},
      counts as (select reason, count(*)::int as count from rows where ${inWeek} group by reason order by count desc, reason),
      page as (
        select id, row_title as title, detail, service_ref as "serviceRef",
          case when identifier is not null then jsonb_build_object('blueprint', blueprint, 'identifier', identifier, 'title', entity_title) end as entity,
          ${iso(sql`started_at`)} as "startedAt", ${iso(sql`finished_at`)} as "finishedAt", hours, is_hit as "isHit", reason, stages
        from rows where ${inWeek} and ${wanted}
        order by is_hit desc, hours desc nulls last, finished_at desc, id limit ${input.pageSize} offset ${(input.page - 1) * input.pageSize})
      select (select coalesce(jsonb_agg(counts), '[]') from counts) as counts, (select coalesce(jsonb_agg(page), '[]') from page) as rows`);
    const { counts, rows } = answer ?? { counts: [], rows: [] };
    const counted = counts.find((group) => group.reason === null)?.count ?? 0;
    const leftOut = counts.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }]));
    const total = input.verdict === "counted" ? counted : leftOut.reduce((sum, { count }) => sum + count, 0);
    return { counted, leftOut, rows, page: input.page, pages: Math.max(1, Math.ceil(total / input.pageSize)) };
  },
});

function rowsOf(metric: MetricId): SQL {
  if (metric === "change-lead-time") {
    return sql`
      select id || ' ' || change_id as id, title as row_title, author as detail, service_ref, blueprint, identifier, entity_title, week,
        first_commit_at as started_at, finished_at, case when left_out is null then hours end as hours, false as is_hit, left_out as reason,
        jsonb_build_object('codingHours', ${hoursBetween(sql`first_commit_at`, sql`opened_at`)}, 'reviewHours', ${hoursBetween(sql`opened_at`, sql`merged_at`)},
          'deployHours', ${hoursBetween(sql`merged_at`, sql`finished_at`)}) as stages
      from change_facts`;
  }
  const isRecovery = metric === "failed-deployment-recovery";
  const reason = isRecovery
    ? sql`case when recovery_hours is null then 'not-recovered' when recovery_hours < 0 then 'recovered-before' end`
    : sql`left_out`;
  const isHit =
    metric === "change-fail-rate"
      ? sql`is_failure`
      : metric === "deployment-rework-rate"
        ? sql`not is_planned`
        : sql`false`;
  return sql`
    select id::text, coalesce(version, source_id) as row_title, deployed_by as detail, service_ref, blueprint, identifier, title as entity_title, week,
      started_at, finished_at, ${isRecovery ? sql`case when recovery_hours >= 0 then recovery_hours end` : sql`null::float8`} as hours,
      ${isHit} and left_out is null as is_hit, ${reason} as reason, null::jsonb as stages
    from deployment_facts ${isRecovery ? sql`where left_out is null and is_failure` : sql``}`;
}

// A stage with an unknown end, or one that ends before it starts, has no length: never 0.
function hoursBetween(from: SQL, to: SQL): SQL {
  return sql`case when ${to} >= ${from} then extract(epoch from ${to} - ${from})::float8 / 3600 end`;
}
