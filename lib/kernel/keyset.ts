import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";

// A page begins after a row that was seen, or ends before it, instead of at a number: the thousandth page costs what the first does, and
// a row that comes or goes in between neither repeats nor hides another. A cursor is what the row had in the columns of the order; it
// is not a secret and not trusted: its values are bound as parameters and compared within the filter of the list.

/** A column of an order. Its values are compared as `type`. */
export type KeyColumn = {
  sql: SQL;
  type: "text" | "uuid" | "integer" | "bigint" | "timestamptz";
  isNullable?: boolean;
};

/** How a list is sorted. Rows without a value stand last in both directions; `ties` decide between rows with the same value. */
export type KeyOrder = {
  by: KeyColumn;
  direction: "ascending" | "descending";
  /** Never null, and unique together. */
  ties: KeyColumn[];
  /** The ties run in the direction of the list, so that one index gives the order. */
  tiesFollow?: boolean;
};

const Place = z.tuple([
  z.enum(["after", "before"]),
  z.number().int().min(0).max(1_000_000_000),
  z.array(z.string().nullable()).min(1).max(5),
]);
type Place = z.infer<typeof Place>;

/** The place in a list that an answer names for the next or the previous page. */
export const Cursor = z
  .string()
  .max(4000)
  .regex(/^[A-Za-z0-9_-]+$/, "Use the cursor of an answer");

export type Keyset = {
  /** Holds for the rows of the page; always true without a cursor. */
  condition: SQL;
  orderBy: SQL;
  /** The same in parts that follow one upon the other, each in the order of an index: what has a value, and what has none. */
  parts: { condition: SQL; orderBy: SQL }[];
  /** To be selected as `keys` with each row. */
  keys: SQL;
  place: Place | null;
};

/**
 * What a statement needs to read one page.
 * @throws AppError when the cursor was made for another order or is no cursor
 */
export function readKeyset(order: KeyOrder, cursor: string | undefined): Keyset {
  const place = cursor === undefined ? null : readCursor(cursor, order);
  const isBackward = place?.[0] === "before";
  const { by, ties } = order;
  const condition = place === null ? sql`true` : conditionOf(order, place[2], isBackward);
  const orderBy = orderOf(order, isBackward);
  return {
    condition,
    orderBy,
    parts: by.isNullable && order.tiesFollow ? partsOf(order, place, isBackward) : [{ condition, orderBy }],
    keys: sql`array[${sql.join(
      [by, ...ties].map((column) => sql`(${column.sql})::text`),
      sql`, `,
    )}]`,
    place,
  };
}

/** The rows of a page in their order, out of `limit + 1` rows as the statement gave them, with the cursors beside them. */
export function toPage<Row extends { keys: (string | null)[] }>(rows: readonly Row[], keyset: Keyset, limit: number) {
  const isBackward = keyset.place?.[0] === "before";
  const hasMore = rows.length > limit;
  const kept = rows.slice(0, limit);
  const items = isBackward ? kept.reverse() : kept;
  const at = keyset.place?.[1] ?? 0;
  // Where it began, nothing can be before: the count in a cursor is only as old as the cursor.
  const before = isBackward ? (hasMore ? Math.max(0, at - items.length) : 0) : at;
  const [first, last] = [items[0], items.at(-1)];
  const hasNext = isBackward || hasMore;
  const hasPrevious = isBackward ? hasMore : keyset.place !== null;
  return {
    items,
    /** How many rows stand before the first of the page. */
    before,
    nextCursor: last !== undefined && hasNext ? writeCursor(["after", before + items.length, last.keys]) : null,
    previousCursor: first !== undefined && hasPrevious ? writeCursor(["before", before, first.keys]) : null,
  };
}

function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function readCursor(cursor: string, order: KeyOrder): Place {
  try {
    const place = Place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    const columns = [order.by, ...order.ties];
    const fits =
      place[2].length === columns.length &&
      columns.every((column, index) => isValueOf(column, place[2][index] ?? null));
    if (fits) return place;
  } catch {
    // Not written by us: said below.
  }
  throw new AppError("invalid", "The page cannot be found; begin at the first one.", [
    { path: "cursor", message: "Use the cursor of an answer with the same order" },
  ]);
}

const forms: Record<KeyColumn["type"], RegExp> = {
  text: /^[^\0]*$/su,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  integer: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
};

function isValueOf(column: KeyColumn, value: string | null): boolean {
  return value === null ? column.isNullable === true : forms[column.type].test(value);
}

const casts: Record<KeyColumn["type"], SQL> = {
  text: sql`text`,
  uuid: sql`uuid`,
  integer: sql`integer`,
  bigint: sql`bigint`,
  timestamptz: sql`timestamptz`,
};

/** What stands later in the order of the page: by all columns, and by the ties alone where the value is the same. */
function laterThan({ by, direction, ties, tiesFollow }: KeyOrder, values: (string | null)[], isBackward: boolean) {
  const bound = [by, ...ties].map((column, index) => sql`${values[index]}::${casts[column.type]}`);
  const compare = (isAscending: boolean) => (isAscending !== isBackward ? sql`>` : sql`<`);
  const main = compare(direction === "ascending");
  const all = (columns: SQL[]) => sql`(${sql.join(columns, sql`, `)})`;
  const tie = sql`${all(ties.map((column) => column.sql))} ${tiesFollow ? main : compare(true)} ${all(bound.slice(1))}`;
  return {
    tie,
    later: tiesFollow
      ? sql`${all([by, ...ties].map((column) => column.sql))} ${main} ${all(bound)}`
      : sql`(${by.sql} ${main} ${bound[0]} or (${by.sql} = ${bound[0]} and ${tie}))`,
  };
}

function conditionOf(order: KeyOrder, values: (string | null)[], isBackward: boolean): SQL {
  const { later, tie } = laterThan(order, values, isBackward);
  const { by } = order;
  if (values[0] === null) {
    return isBackward ? sql`(${by.sql} is not null or ${tie})` : sql`(${by.sql} is null and ${tie})`;
  }
  return by.isNullable && !isBackward ? sql`(${later} or ${by.sql} is null)` : later;
}

// An index has what is empty at one of its ends, and a list always at its own.
function partsOf(order: KeyOrder, place: Place | null, isBackward: boolean): Keyset["parts"] {
  const { by, ties, direction } = order;
  const way = (direction === "ascending") !== isBackward ? sql`asc` : sql`desc`;
  const orderBy = sql.join(
    [by, ...ties].map((column) => sql`${column.sql} ${way}`),
    sql`, `,
  );
  const valued = { condition: sql`${by.sql} is not null`, orderBy };
  const empty = { condition: sql`${by.sql} is null`, orderBy };
  if (place === null) return isBackward ? [empty, valued] : [valued, empty];
  const { later, tie } = laterThan(order, place[2], isBackward);
  if (place[2][0] !== null) {
    const rest = { condition: later, orderBy };
    return isBackward ? [rest] : [rest, empty];
  }
  const rest = { condition: sql`${by.sql} is null and ${tie}`, orderBy };
  return isBackward ? [rest, valued] : [rest];
}

function orderOf({ by, direction, ties, tiesFollow }: KeyOrder, isBackward: boolean): SQL {
  const way = (isAscending: boolean) => (isAscending !== isBackward ? sql`asc` : sql`desc`);
  const isAscending = direction === "ascending";
  const nulls = !by.isNullable ? sql`` : isBackward ? sql` nulls first` : sql` nulls last`;
  return sql.join(
    [
      sql`${by.sql} ${way(isAscending)}${nulls}`,
      ...ties.map((column) => sql`${column.sql} ${way(tiesFollow ? isAscending : true)}`),
    ],
    sql`, `,
  );
}
