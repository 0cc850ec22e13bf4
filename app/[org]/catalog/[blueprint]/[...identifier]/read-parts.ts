import { type GraphSearch, readGraphSearch } from "#components/catalog/graph/graph-search.ts";
import type { Transaction } from "#db/client.ts";
import { definitionText, usualProperty } from "#lib/catalog/definitions/find-references.ts";
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
  | { tab: "reference"; answer: DefinitionAnswer; property: string; definition: string }
  | {
      tab: "changes";
      history: Awaited<ReturnType<typeof listVersions.call>>;
      field?: string | undefined;
      only?: string | undefined;
    };

type Answer = { property: string; answer: DefinitionAnswer };

/** The reference of the definition that the address names; null for what has none, whose overview is shown instead. */
export async function readAnswer(ctx: Context, key: Key, parameters: EntityParameters): Promise<Answer | null> {
  const property = [parameters["property"] ?? []].flat()[0]?.slice(0, 63) || usualProperty;
  try {
    return { property, answer: await getDefinition.call(ctx, { ...key, property }) };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

/** Reads only the part that is shown. `answer` is what was read of the definition before, when that is the part. */
export async function readPart(
  ctx: Context,
  tx: Transaction,
  given: { entity: EntityDetail; key: Key; parameters: EntityParameters; answer: Answer | null },
): Promise<Part> {
  const { entity, key, parameters, answer } = given;
  const found = entity.references.find(({ property }) => property === answer?.property);
  if (answer !== null && found !== undefined) {
    const definition = definitionText(entity.properties[found.property], found.form !== null) ?? "";
    return { tab: "reference", ...answer, definition };
  }
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
