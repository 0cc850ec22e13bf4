import { type SQL, sql } from "drizzle-orm";
import type { Asker } from "../asker.ts";
import type { Count, Field, FieldName, Path, Resolution } from "../ast.ts";

export interface Scope {
  orgId: string;
  nowMs: number;
  asker: Asker | undefined;
  entity: SQL;
  /** Whether NULL may stand for false here: inside a predicate, outside any `not`. */
  lenient: boolean;
}

/** The columns behind the built-in fields. */
export const fieldColumns: Readonly<Record<FieldName, SQL>> = {
  blueprint: sql`blueprint`,
  identifier: sql`identifier`,
  title: sql`title`,
  description: sql`description`,
  owner: sql`owner_ref`,
  lifecycle: sql`lifecycle`,
  type: sql`type`,
  text: sql`search_text`,
  tags: sql`tags`,
  createdAt: sql`created_at`,
  updatedAt: sql`updated_at`,
};

const documents: Record<Path["path"][0], SQL> = {
  properties: sql`properties`,
  annotations: sql`annotations`,
  labels: sql`labels`,
  links: sql`links`,
};

/** The column behind a built-in field. */
export function placeColumn(place: Field, scope: Scope): SQL {
  return sql`${scope.entity}.${fieldColumns[place.field]}`;
}

/**
 * The JSON value at a path, NULL when there is none. Steps one key at a time: unlike `#>`, `-> text` reads keys of
 * objects only, so that "0" is a key and never an index.
 */
export function jsonAt(place: Path, scope: Scope): SQL {
  const [root, ...keys] = place.path;
  const steps = keys.map((key) => sql` -> ${key}::text`);
  return sql`(${sql.join([sql`${scope.entity}.${documents[root]}`, ...steps])})`;
}

/** A JSON string as text. */
export function jsonText(json: SQL): SQL {
  return sql`(${json} #>> '{}')`;
}

/** Turns the NULL of a missing value into false, unless nobody can tell the difference. */
export function orFalse(condition: SQL, scope: Scope): SQL {
  return scope.lenient ? condition : sql`coalesce(${condition}, false)`;
}

/**
 * Decides by the type of a JSON value: missing or null is false, a type with a branch is that branch, and any other
 * type is NULL, the error. Only the chosen branch is evaluated, so a cast inside it is safe.
 */
export function byJsonType(json: SQL, branches: Partial<Record<"string" | "number" | "boolean" | "array", SQL>>): SQL {
  const cases = Object.entries(branches).map(([type, result]) => sql` when ${type}::text then ${result}`);
  return sql`(case coalesce(jsonb_typeof(${json}), 'null') when 'null' then false${sql.join(cases)} end)`;
}

/** A point in time as a jsonb of milliseconds, NULL when there is none. */
export function milliseconds(moment: SQL): SQL {
  return sql`to_jsonb(floor(extract(epoch from ${moment}) * 1000)::bigint)`;
}

/** That the relation `r` holds now: it has begun and has not ended. See `relationHolds`. */
export function relationHoldsSql({ nowMs }: Scope): SQL {
  const now = sql`${new Date(nowMs).toISOString()}::timestamptz`;
  return sql` and (r.since is null or r.since <= ${now}) and (r.until is null or r.until > ${now})`;
}

function relationsOf(term: Count, scope: Scope): SQL {
  const end = term.direction === "incoming" ? sql`to_id` : sql`from_id`;
  return sql`relations as r where r.org_id = ${scope.orgId}::uuid and r.${end} = ${scope.entity}.id and r.type = ${term.count}::text${relationHoldsSql(scope)}`;
}

/** How many relations of a type the entity has, counted up to one more than `limit`: what it is compared with says no more of a hub. */
export function relationCount(term: Count, limit: number, scope: Scope): SQL {
  const most = Math.min(Math.max(0, Math.floor(limit)) + 1, Number.MAX_SAFE_INTEGER);
  return sql`(select count(*) from (select 1 from ${relationsOf(term, scope)} limit ${most}::bigint) as counted)`;
}

/** Whether the entity has no relation of a type: what is asked most, of whole catalogs, and costs half of counting. */
export function hasNoRelation(term: Count, scope: Scope): SQL {
  return sql`((select true from ${relationsOf(term, scope)} limit 1) is null)`;
}

/**
 * Whether no relation of a type points at something that is not in the catalog. Not as `not exists (… to_id is null)`: without
 * statistics, as inside a large import, the planner would then read every dangling relation of the organization for each entity.
 */
export function compileResolution(query: Resolution, scope: Scope): SQL {
  return sql`(select coalesce(bool_and(r.to_id is not null), true) from relations as r where r.org_id = ${scope.orgId}::uuid and r.from_id = ${scope.entity}.id and r.type = ${query.relation}::text${relationHoldsSql(scope)})`;
}
