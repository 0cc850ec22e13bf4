import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { chooseLookUp, lookUpEntity, nameIn } from "#lib/catalog/entities/imports/look-up.ts";
import { noteAliases } from "#lib/identity/aliases/note-aliases.ts";
import { parseAuthor } from "#lib/identity/aliases/parse-author.ts";
import type { SeenAlias } from "#lib/identity/aliases/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { isBotName } from "#lib/metrics/deployments/is-bot-name.ts";
import type { RecordedDeployment } from "#lib/metrics/deployments/schema.ts";

export type WrittenEvent = { id: string; serviceRef: string; entityId: string | null; isNew: boolean };

/**
 * Stores deployments with their changes, set-based, in the caller's transaction, and answers for each in the given order. One that is
 * known by (source, sourceId, attempt) is not touched: the first delivery counts. `pathOf` names a deployment's place in the input.
 */
export async function writeDeployments(
  tx: Transaction,
  org: string,
  deployments: RecordedDeployment[],
  pathOf: (place: number) => string,
): Promise<WrittenEvent[]> {
  const rows = JSON.stringify(deployments.map(toRow));
  const added = await insertRows(tx, org, rows, deployments.length);
  await linkFixes(tx, org, rows, added, pathOf);
  const stored = await tx.execute<{ id: string; service_ref: string; entity_id: string | null }>(sql`
    select d.id, d.service_ref, d.entity_id from jsonb_to_recordset(${rows}::jsonb) as r(place integer, source text, "sourceId" text, attempt integer)
    join deployments d on d.org_id = ${org}::uuid and d.source = r.source and d.source_id = r."sourceId" and d.attempt = r.attempt
    order by r.place`);
  const isNew = new Set(added);
  await noteAliases(tx, org, authorsOf(deployments));
  return stored.map((row) => ({
    id: row.id,
    serviceRef: row.service_ref,
    entityId: row.entity_id,
    isNew: isNew.has(row.id),
  }));
}

/** Who is named in them, each once. A name that wrote one change as a bot is a bot's. */
function authorsOf(deployments: RecordedDeployment[]): SeenAlias[] {
  const authors = new Map<string, boolean>();
  for (const { changes, deployedBy } of deployments) {
    for (const { author, isBot } of [...changes, { author: deployedBy, isBot: undefined }]) {
      const name = author?.trim() ?? "";
      if (name !== "") authors.set(name, (authors.get(name) ?? false) || (isBot ?? isBotName(name)));
    }
  }
  return [...authors].map(([name, isBot]) => parseAuthor(name, isBot));
}

function toRow({ changes, ...deployment }: RecordedDeployment, place: number) {
  return {
    ...deployment,
    place,
    changes: changes.map((change) => ({ ...change, isBot: change.isBot ?? isBotName(change.author ?? "") })),
  };
}

// A service that the catalog does not know is kept by its name, and joined up when it arrives.
async function insertRows(tx: Transaction, org: string, rows: string, count: number): Promise<string[]> {
  const lookUp = await chooseLookUp(tx, org, count);
  const added = await tx.execute<{ id: string }>(sql`
    with incoming as (
      select distinct on (r.source, r."sourceId", r.attempt) r.*
      from jsonb_to_recordset(${rows}::jsonb) as r(place integer, source text, "sourceId" text, attempt integer, service text, environment text,
        status text, version text, "commitSha" text, "deployedBy" text, "isPlanned" boolean, "startedAt" timestamptz, "finishedAt" timestamptz, changes jsonb)
      order by r.source, r."sourceId", r.attempt, r.place),
    added as (
      insert into deployments (org_id, source, source_id, attempt, service_ref, entity_id, environment, status, version, commit_sha, deployed_by,
        is_planned, started_at, finished_at)
      select ${org}::uuid, r.source, r."sourceId", r.attempt, r.service, e.id, r.environment, r.status, r.version, r."commitSha", r."deployedBy",
        r."isPlanned", r."startedAt", r."finishedAt"
      from incoming r ${lookUpEntity(org, sql`e`, nameIn(sql`r.service`), lookUp)}
      on conflict do nothing
      returning id, source, source_id, attempt),
    changes as (
      insert into deployed_changes (org_id, deployment_id, source_id, title, author, is_bot, first_commit_at, opened_at, merged_at)
      select ${org}::uuid, a.id, c."sourceId", c.title, c.author, c."isBot", c."firstCommitAt", c."openedAt", c."mergedAt"
      from added a join incoming r on r.source = a.source and r."sourceId" = a.source_id and r.attempt = a.attempt,
        jsonb_to_recordset(r.changes) as c("sourceId" text, title text, author text, "isBot" boolean, "firstCommitAt" timestamptz,
          "openedAt" timestamptz, "mergedAt" timestamptz)
      on conflict do nothing)
    select id from added`);
  return added.map((row) => row.id);
}

async function linkFixes(
  tx: Transaction,
  org: string,
  rows: string,
  added: string[],
  pathOf: (place: number) => string,
): Promise<void> {
  const unknown = await tx.execute<{ place: number }>(sql`
    with wanted as (
      select r.place, d.id, f.id as fixes from jsonb_to_recordset(${rows}::jsonb) as r(place integer, source text, "sourceId" text, attempt integer, fixes jsonb)
      left join deployments d on d.org_id = ${org}::uuid and d.source = r.source and d.source_id = r."sourceId" and d.attempt = r.attempt
        and d.id = any(${sql.param(added)}::uuid[])
      left join lateral (
        select id from deployments f where f.org_id = ${org}::uuid and f.source = r.fixes->>'source' and f.source_id = r.fixes->>'sourceId'
        order by f.attempt desc limit 1) f on true
      where r.fixes is not null),
    linked as (update deployments d set fixes_deployment_id = w.fixes from wanted w where d.org_id = ${org}::uuid and d.id = w.id)
    select place from wanted where fixes is null order by place limit 20`);
  if (unknown.length === 0) return;
  throw new AppError(
    "invalid",
    "A deployment that is said to be repaired is not known; nothing was saved. Send that one first.",
    unknown.map(({ place }) => ({
      path: pathOf(place),
      message: "No deployment with this source and sourceId is recorded",
    })),
  );
}
