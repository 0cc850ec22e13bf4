import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { chooseLookUp, lookUpEntity, nameIn } from "#lib/catalog/entities/imports/look-up.ts";
import { AppError } from "#lib/kernel/errors.ts";
import type { WrittenEvent } from "#lib/metrics/deployments/write-deployments.ts";
import type { RecordedIncident } from "#lib/metrics/incidents/schema.ts";

/**
 * Stores incidents, set-based, in the caller's transaction, and answers for each in the given order. A known one takes the new title,
 * severity, cause and end; one that says nothing new is not touched, and a cause or end once known is not lost by leaving it out.
 */
export async function writeIncidents(
  tx: Transaction,
  org: string,
  incidents: RecordedIncident[],
  pathOf: (place: number) => string,
): Promise<WrittenEvent[]> {
  const rows = JSON.stringify(incidents.map((incident, place) => ({ ...incident, place })));
  await refuseUnknownCauses(tx, org, rows, pathOf);
  const lookUp = await chooseLookUp(tx, org, incidents.length);
  const changed = await tx.execute<{ id: string }>(sql`
    insert into incidents as i (org_id, source, source_id, title, service_ref, entity_id, severity, caused_by_deployment_id, started_at, resolved_at)
    select distinct on (r.source, r."sourceId") ${org}::uuid, r.source, r."sourceId", r.title, r.service, e.id, r.severity, d.id, r."startedAt", r."resolvedAt"
    from jsonb_to_recordset(${rows}::jsonb) as r(place integer, source text, "sourceId" text, title text, service text, severity text, "causedBy" jsonb,
      "startedAt" timestamptz, "resolvedAt" timestamptz)
    ${lookUpEntity(org, sql`e`, nameIn(sql`r.service`), lookUp)}
    left join lateral (
      select id from deployments f where f.org_id = ${org}::uuid and f.source = r."causedBy"->>'source' and f.source_id = r."causedBy"->>'sourceId'
      order by f.attempt desc limit 1) d on true
    order by r.source, r."sourceId", r.place desc
    on conflict (org_id, source, source_id) do update set title = excluded.title, severity = excluded.severity,
      resolved_at = coalesce(excluded.resolved_at, i.resolved_at),
      caused_by_deployment_id = coalesce(excluded.caused_by_deployment_id, i.caused_by_deployment_id)
    where (i.title, i.severity, i.resolved_at, i.caused_by_deployment_id) is distinct from
      (excluded.title, excluded.severity, coalesce(excluded.resolved_at, i.resolved_at), coalesce(excluded.caused_by_deployment_id, i.caused_by_deployment_id))
    returning id`);
  const stored = await tx.execute<{ id: string; service_ref: string; entity_id: string | null }>(sql`
    select i.id, i.service_ref, i.entity_id from jsonb_to_recordset(${rows}::jsonb) as r(place integer, source text, "sourceId" text)
    join incidents i on i.org_id = ${org}::uuid and i.source = r.source and i.source_id = r."sourceId" order by r.place`);
  const isNew = new Set(changed.map((row) => row.id));
  return stored.map((row) => ({
    id: row.id,
    serviceRef: row.service_ref,
    entityId: row.entity_id,
    isNew: isNew.has(row.id),
  }));
}

async function refuseUnknownCauses(
  tx: Transaction,
  org: string,
  rows: string,
  pathOf: (place: number) => string,
): Promise<void> {
  const unknown = await tx.execute<{ place: number }>(sql`
    select r.place from jsonb_to_recordset(${rows}::jsonb) as r(place integer, "causedBy" jsonb)
    where r."causedBy" is not null and not exists (
      select 1 from deployments d where d.org_id = ${org}::uuid and d.source = r."causedBy"->>'source' and d.source_id = r."causedBy"->>'sourceId')
    order by r.place limit 20`);
  if (unknown.length === 0) return;
  throw new AppError(
    "invalid",
    "A deployment that is said to be the cause is not known; nothing was saved. Send that deployment first.",
    unknown.map(({ place }) => ({
      path: pathOf(place),
      message: "No deployment with this source and sourceId is recorded",
    })),
  );
}
