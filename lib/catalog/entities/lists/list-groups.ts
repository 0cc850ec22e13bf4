import { z } from "zod";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { hasPending, withPending } from "#lib/catalog/derived/pending-of.ts";
import { ListedEntity } from "#lib/catalog/entities/entity-views.ts";
import { type AskedPart, askedColumns, askedSql } from "#lib/catalog/entities/lists/asked-columns.ts";
import { buildFilter, entityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { checkOrder, listOrder } from "#lib/catalog/entities/lists/list-order.ts";
import { rankingFor, rankings } from "#lib/catalog/entities/lists/ranking.ts";
import { groupsStatement, rowsOfGroupsStatement } from "#lib/catalog/entities/lists/statements-of-groups.ts";
import { type SummaryRow, toReference, toSummary } from "#lib/catalog/entities/summary-row.ts";
import { GroupBy, groupId, groupLabel } from "#lib/catalog/groups/schema.ts";
import { findAsker } from "#lib/catalog/mine/find-asker.ts";
import { query } from "#lib/kernel/operation.ts";

/** Without a wish, groups are opened from the first on until about a screenful of rows is there. */
const openedRows = 60;
const mostOpened = 20;

export const EntityGroup = z.object({
  /** What `open` takes. */
  id: z.string(),
  label: z.string().nullable().describe("Null: these entities have no value"),
  count: z.number(),
  /** The first entities of an opened group; null when it is closed. */
  items: z.array(ListedEntity).nullable(),
});
export type EntityGroup = z.infer<typeof EntityGroup>;

export const EntityGroups = z.object({
  groups: z.array(EntityGroup),
  before: z.number(),
  total: z.number(),
  ranking: z
    .enum(rankings)
    .nullable()
    .describe("How far best match goes within the opened groups, as in a list; null for another order"),
});
export type EntityGroups = z.infer<typeof EntityGroups>;

type GroupRow = { value: string | null; count: number; groups: number; title: string | null };

/** The entities under a filter in groups: how many each has, and the first of those that are open. */
export const listGroups = query({
  name: "entity.list-groups",
  permission: "entity:read",
  route: { method: "GET", path: "/entities/groups", summary: "List entities under a filter in groups" },
  input: z.strictObject({
    ...entityFilter,
    ...askedColumns,
    by: GroupBy,
    open: z
      .union([z.string().max(1000), z.array(z.string().max(1000)).max(mostOpened, `Open at most ${mostOpened} groups`)])
      .optional()
      .describe("Groups whose entities are wanted; absent opens the first"),
    ...listOrder,
    perGroup: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: EntityGroups,
  async run({ ctx, tx: ownTx, input }) {
    const { by, open, sort, direction, perGroup, offset, limit, properties, relations, ...filter } = input;
    checkOrder(input);
    const asker = await findAsker({ ctx, tx: ownTx }, buildFilter(filter));
    const scope = { orgId: ctx.org.id, now: new Date(), asker };
    const groupSql = groupsStatement(filter, by, { offset, limit }, scope);
    const first = {
      sort: sort === "best" ? { field: sort } : { field: sort, direction },
      perGroup,
      more: askedSql({ properties, relations }, ctx.org.id),
    };
    const read = compiledQueryTransaction(async (tx) => {
      const groups = await tx.execute<GroupRow>(groupSql);
      const opened = chooseOpened(by, [...groups], open === undefined ? undefined : [open].flat(), perGroup);
      const rows =
        opened.length === 0
          ? []
          : await tx.execute<SummaryRow & AskedPart & { place: number }>(
              rowsOfGroupsStatement(filter, by, opened, first, scope),
            );
      return { groups, opened, rows };
    });
    const [isAnyPending, { groups, opened, rows }] = await Promise.all([hasPending(ownTx, ctx.org.id), read]);
    const places = [...rows].map((row) => toSummary(row));
    const shown = await withPending(ownTx, ctx.org.id, isAnyPending, places);
    const itemsOf = (value: string | null) => {
      const at = opened.findIndex((group) => group.value === value);
      return at < 0 ? null : shown.filter(({ place }) => place === at).map(({ place: _, ...item }) => item);
    };
    return {
      groups: groups.map(({ value, count, title }) => ({
        id: groupId(by, value),
        label: value === null ? null : (title ?? labelOf(by, value)),
        count,
        items: itemsOf(value),
      })),
      before: offset,
      total: groups[0]?.groups ?? 0,
      ranking: sort === "best" ? rankingFor(Math.max(0, ...opened.map(({ count }) => count))) : null,
    };
  },
});

function chooseOpened(by: string, groups: GroupRow[], wanted: string[] | undefined, perGroup: number): GroupRow[] {
  if (wanted !== undefined) return groups.filter((group) => wanted.includes(groupId(by, group.value)));
  let rows = 0;
  const opened: GroupRow[] = [];
  for (const group of groups.slice(0, mostOpened)) {
    if (rows >= openedRows) break;
    rows += Math.min(group.count, perGroup);
    opened.push(group);
  }
  return opened;
}

function labelOf(by: string, value: string): string {
  return by === "owner" ? (toReference(value, null)?.title ?? value) : groupLabel(by, value);
}
