import { type GraphSearch, readGraphSearch } from "#components/catalog/graph/graph-search.ts";
import type { Transaction } from "#db/client.ts";
import { getDefinition } from "#lib/catalog/definitions/get-definition.ts";
import type { DefinitionAnswer } from "#lib/catalog/definitions/schema.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";
import { listVersions } from "#lib/catalog/entities/history/list-versions.ts";
import { getGraph } from "#lib/catalog/graph/get-graph.ts";
import type { EntityGraph } from "#lib/catalog/graph/schema.ts";
import { listRelations, type RelationPage } from "#lib/catalog/relations/list-relations.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { type Overview, readOverview } from "./read-overview.ts";

export type EntityParameters = Record<string, string | string[] | undefined>;
type Key = { blueprint: string; identifier: string };

/** The part of an entity's page that the address asks for, with what it shows. */
export type Part =
  | { tab: "overview"; overview: Overview }
  | { tab: "relations"; page: RelationPage | null }
  | { tab: "graph"; search: GraphSearch; graph: EntityGraph }
  | { tab: "reference"; answer: DefinitionAnswer; definition: string }
  | {
      tab: "changes";
      history: Awaited<ReturnType<typeof listVersions.call>>;
      field?: string | undefined;
      only?: string | undefined;
    };

/** The text that a definition is read from; null for what has none. */
export function definitionOf(entity: EntityDetail): string | null {
  const text = entity.properties["definition"];
  return typeof text === "string" && text.trim() !== "" ? text : null;
}

/** The reference of a definition; null for what has none, whose overview is shown instead. */
export async function readAnswer(ctx: Context, key: Key): Promise<DefinitionAnswer | null> {
  try {
    return await getDefinition.call(ctx, key);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

/** Reads only the part that is shown. `answer` is what was read of the definition before, when that is the part. */
export async function readPart(
  ctx: Context,
  tx: Transaction,
  given: { entity: EntityDetail; key: Key; parameters: EntityParameters; answer: DefinitionAnswer | null },
): Promise<Part> {
  const { entity, key, parameters, answer } = given;
  const definition = definitionOf(entity);
  if (answer !== null && definition !== null) return { tab: "reference", answer, definition };
  const one = (name: string) => [parameters[name] ?? []].flat()[0];
  const tab = one("tab");
  switch (entity.archive === null || tab === "changes" ? tab : undefined) {
    case "relations": {
      const [type, direction, cursor] = [one("type"), one("direction"), one("cursor")];
      if (type === undefined || (direction !== "outgoing" && direction !== "incoming"))
        return { tab: "relations", page: null };
      const wanted = {
        ...key,
        type: type.slice(0, 63),
        direction,
        ...(cursor === undefined ? {} : { cursor }),
      } as const;
      return { tab: "relations", page: await listRelations.call(ctx, wanted, tx) };
    }
    case "graph": {
      const search = readGraphSearch(parameters);
      return { tab: "graph", search, graph: await getGraph.call(ctx, { ...key, ...search }, tx) };
    }
    case "changes": {
      const before = one("before");
      const older = /^\d{1,9}$/.test(before ?? "") ? { before } : {};
      const version = one("version");
      const only = /^[1-9]\d{0,8}$/.test(version ?? "") ? { version } : {};
      const field = one("field")?.slice(0, 400);
      const wanted = { ...key, ...older, ...only, ...(field === undefined ? {} : { field }) };
      return { tab: "changes", history: await listVersions.call(ctx, wanted, tx), field, only: only.version };
    }
    default:
      return { tab: "overview", overview: await readOverview(ctx, tx, entity) };
  }
}
