import { stringify } from "yaml";
import { z } from "zod";
import { type ExportedEntity, exportEntities, exportInput } from "#lib/catalog/entities/lists/export-entities.ts";
import type { Context } from "#lib/kernel/context.ts";
import { type CsvCell, csvRow } from "#lib/kernel/csv.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { type EntityLevel, listEntityLevels } from "#lib/scorecards/results/list-entity-levels.ts";

export const entityForms = ["csv", "json", "yaml"] as const;
export type EntityForm = (typeof entityForms)[number];
type Row = Record<string, unknown>;

const types: Record<EntityForm, string> = { csv: "text/csv", json: "application/json", yaml: "application/yaml" };

/** What a column of the list says of an entity. A list's own columns, in the order in which they stand without a choice. */
const columns: Record<string, (entity: ExportedEntity, level: EntityLevel | undefined) => unknown> = {
  title: (entity) => entity.title,
  owner: ({ owner }) => (owner === null ? null : `${owner.blueprint}:${owner.identifier}`),
  level: (_, level) => level?.name ?? null,
  lifecycle: (entity) => entity.lifecycle,
  type: (entity) => entity.type,
  tags: (entity) => entity.tags,
  description: (entity) => entity.description,
  identifier: (entity) => entity.identifier,
  blueprint: (entity) => entity.blueprint,
  updatedAt: (entity) => entity.updatedAt,
  pendingSince: (entity) => entity.pendingSince,
};
const shownAtFirst = ["owner", "level", "lifecycle", "tags", "updatedAt"];
const [ofProperty, ofRelation] = ["properties.", "relations."];

/** The filter and order of a list as its address has them, and the columns that are shown, separated by commas. */
const { properties: _properties, relations: _relations, ...listInput } = exportInput;
const Request = z.strictObject({ ...listInput, columns: z.string().max(8000).optional() });

export type EntityFile = { name: string; type: string; pages: AsyncGenerator<string> };

/**
 * What a list shows, as a file: its entities under the filter, in its order, with its columns; and what each is, so that it can be found
 * again. Written page by page, none of it kept.
 * @throws AppError before anything is written, when the filter cannot be used
 */
export async function writeEntities(ctx: Context, form: EntityForm, given: Row): Promise<EntityFile> {
  const request = readRequest(given);
  const { columns: asked, ...list } = request;
  const shown = ["blueprint", "identifier", "title", ...(asked?.split(",").filter(isColumn) ?? shownAtFirst)];
  const chosen = [...new Set(shown)];
  const [properties, relations] = [namesAfter(ofProperty, chosen), namesAfter(ofRelation, chosen)];
  const read = (cursor?: string) =>
    exportEntities.call(ctx, { ...list, properties, relations, ...(cursor === undefined ? {} : { cursor }) });
  const first = await read();
  // Where something may be derived, each row says since when that is not current.
  const mayBeDerived = chosen.some((name) => name === "owner" || name === "level" || name.startsWith(ofProperty));
  const written = first.hasDerived && mayBeDerived ? [...new Set([...chosen, "pendingSince"])] : chosen;
  async function* rows() {
    for (let page = first; ; page = await read(page.nextCursor)) {
      yield await toRows(ctx, page.items, written);
      if (page.nextCursor === null) return;
    }
  }
  const name = `${request.blueprint ?? "catalog"}-${new Date().toISOString().slice(0, 10)}.${form}`;
  return { name, type: types[form], pages: writers[form](rows(), written) };
}

function readRequest(given: Row) {
  const read = Request.safeParse(given);
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  throw new AppError("invalid", "Some of the input cannot be used.", fields);
}

function isColumn(name: string): boolean {
  return Object.hasOwn(columns, name) || [ofProperty, ofRelation].some((prefix) => namesAfter(prefix, [name])[0]);
}

function namesAfter(prefix: string, all: string[]): string[] {
  return all.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

async function toRows(ctx: Context, items: ExportedEntity[], chosen: string[]): Promise<Row[]> {
  const entityIds = items.map((item) => item.id);
  const isLevelled = chosen.includes("level") && entityIds.length > 0;
  const { levels } = isLevelled ? await listEntityLevels.call(ctx, { entityIds }) : { levels: [] };
  const scorecard = levels[0]?.scorecard;
  const levelOf = new Map(
    levels.filter((level) => level.scorecard === scorecard).map((level) => [level.entityId, level]),
  );
  return items.map((item) =>
    Object.fromEntries(
      chosen.map((name) => [name, columns[name]?.(item, levelOf.get(item.id)) ?? memberOf(item, name) ?? null]),
    ),
  );
}

function memberOf({ properties, relations }: ExportedEntity, name: string): unknown {
  const [member] = namesAfter(ofRelation, [name]);
  return member === undefined ? properties[name.slice(ofProperty.length)] : relations[member];
}

const writers: Record<EntityForm, (pages: AsyncGenerator<Row[]>, chosen: string[]) => AsyncGenerator<string>> = {
  async *csv(pages, chosen) {
    yield csvRow(chosen);
    for await (const rows of pages) yield rows.map((row) => csvRow(chosen.map((name) => cellOf(row[name])))).join("");
  },
  async *json(pages) {
    let isFirst = true;
    for await (const rows of pages) {
      if (rows.length === 0) continue;
      yield `${isFirst ? "[" : ","}\n${rows.map((row) => JSON.stringify(row)).join(",\n")}`;
      isFirst = false;
    }
    yield isFirst ? "[]\n" : "\n]\n";
  },
  async *yaml(pages) {
    let isEmpty = true;
    for await (const rows of pages) {
      if (rows.length === 0) continue;
      isEmpty = false;
      yield stringify(rows);
    }
    if (isEmpty) yield "[]\n";
  },
};

function cellOf(value: unknown): CsvCell {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.join(", ");
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return value as CsvCell;
}
