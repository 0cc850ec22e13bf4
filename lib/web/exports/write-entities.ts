import { stringify } from "yaml";
import { z } from "zod";
import { type ExportedEntity, exportEntities, exportInput } from "#lib/catalog/entities/lists/export-entities.ts";
import { sortEntities } from "#lib/catalog/entities/lists/sort-entities.ts";
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
const columnNames = z.string().max(8000).optional();
const Request = z.strictObject({ ...listInput, columns: columnNames });
const Selection = sortEntities.input.extend({ columns: columnNames });
const atOnce = 1000;

export type EntityFile = { name: string; type: string; pages: AsyncGenerator<string> };

/**
 * What a list shows, as a file: its entities under the filter, in its order, with its columns; and what each is, so that it can be found
 * again. Written page by page, none of it kept.
 * @throws AppError before anything is written, when the filter cannot be used
 */
export async function writeEntities(ctx: Context, form: EntityForm, given: Row): Promise<EntityFile> {
  const request = readRequest(Request, given);
  const { columns: asked, ...list } = request;
  const read = (members: Members, cursor?: string) =>
    exportEntities.call(ctx, { ...list, ...members, ...(cursor === undefined ? {} : { cursor }) });
  return writeFile(ctx, { form, name: request.blueprint ?? "catalog", asked }, async function* pages(members) {
    for (let page = await read(members); ; page = await read(members, page.nextCursor)) {
      yield page;
      if (page.nextCursor === null) return;
    }
  });
}

/**
 * The same of entities that were selected, however many, in the order of the list.
 * @throws AppError before anything is written
 */
export async function writeSelection(ctx: Context, form: EntityForm, given: unknown): Promise<EntityFile> {
  const { columns: asked, ...selection } = readRequest(Selection, given);
  const { ids } = await sortEntities.call(ctx, selection);
  return writeFile(ctx, { form, name: "selection", asked }, async function* pages(members) {
    for (let place = 0; place === 0 || place < ids.length; place += atOnce)
      yield await exportEntities.call(ctx, { ...members, ids: ids.slice(place, place + atOnce) });
  });
}

type Members = { properties: string[]; relations: string[] };
type Page = Awaited<ReturnType<typeof exportEntities.call>>;
type File = { form: EntityForm; name: string; asked: string | undefined };

async function writeFile(
  ctx: Context,
  { form, name, asked }: File,
  read: (members: Members) => AsyncGenerator<Page>,
): Promise<EntityFile> {
  const shown = ["blueprint", "identifier", "title", ...(asked?.split(",").filter(isColumn) ?? shownAtFirst)];
  const chosen = [...new Set(shown)];
  const pages = read({ properties: namesAfter(ofProperty, chosen), relations: namesAfter(ofRelation, chosen) });
  const first = await pages.next();
  // Where something may be derived, each row says since when that is not current.
  const mayBeDerived = chosen.some((one) => one === "owner" || one === "level" || one.startsWith(ofProperty));
  const hasDerived = first.done !== true && first.value.hasDerived;
  const written = hasDerived && mayBeDerived ? [...new Set([...chosen, "pendingSince"])] : chosen;
  async function* rows() {
    for (let page = first; page.done !== true; page = await pages.next())
      yield await toRows(ctx, page.value.items, written);
  }
  const day = new Date().toISOString().slice(0, 10);
  return { name: `${name}-${day}.${form}`, type: types[form], pages: writers[form](rows(), written) };
}

function readRequest<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const read = schema.safeParse(given);
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
