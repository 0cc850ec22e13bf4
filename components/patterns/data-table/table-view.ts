import type { Density } from "#components/patterns/data-table/table-shape.ts";

/** How many rows a page of a list can have. */
export const pageSizes = [50, 200, 1000] as const;
/** Remembers per browser how somebody likes their tables, so that the first painting is right. Read by the server, written by the page. */
export const viewCookie = "causeway_tables";

/** What is chosen about one table. Null is what the table has of itself. */
export type TableView = {
  table: string;
  /** What the rows are where a table shows several kinds of them: each has columns of its own. */
  kind?: string | undefined;
  /** Stands before its parameters in the address, for a second table on a page. */
  prefix: string;
  columns: string[] | null;
  density: Density;
  rows: (typeof pageSizes)[number];
};
type Parameters = Record<string, string | string[] | undefined>;
type Kept = { columns?: string[]; density?: string; rows?: number };

const keptTables = 20;
const isIdentifier = (text: unknown): text is string => typeof text === "string" && /^[A-Za-z0-9-]{1,120}$/.test(text);
/** A column of a table, or one of a kind's own members, such as `properties.tier`. */
const isColumn = (text: unknown): text is string =>
  isIdentifier(text) || (typeof text === "string" && /^[a-z]{1,20}\.[^,\p{Cc}]{1,200}$/u.test(text));
// A browser keeps no more than 4,096 characters with the name.
const longestCookie = 3800;

/** What the address says about a table, then what this browser remembers, then nothing. What means nothing is left out. */
export function readTableView(
  table: string,
  parameters: Parameters,
  cookie: string | undefined,
  prefix = "",
  kind?: string,
): TableView {
  const all = readKept(cookie);
  const kept = { ...all[table], ...(kind === undefined ? {} : { columns: all[columnsKey(table, kind)]?.columns }) };
  const one = (name: string) => [parameters[`${prefix}${name}`] ?? []].flat()[0];
  const columns = one("columns")?.split(",") ?? kept.columns;
  const rows = Number(one("rows") ?? kept.rows);
  return {
    table,
    ...(kind === undefined ? {} : { kind }),
    prefix,
    columns: columns?.filter(isColumn).slice(0, 40) ?? null,
    density: (one("density") ?? kept.density) === "compact" ? "compact" : "comfortable",
    rows: pageSizes.find((size) => size === rows) ?? pageSizes[0],
  };
}

/** The cookie with one table's choice in it; the ones that were chosen longest ago make room. */
export function rememberTableView(
  cookie: string | undefined,
  view: Omit<TableView, "rows" | "prefix"> & { rows: number },
): string {
  const ofColumns = columnsKey(view.table, view.kind);
  const { [view.table]: before, [ofColumns]: _, ...others } = readKept(cookie);
  const choice: Kept = {
    ...(ofColumns === view.table || before?.columns === undefined ? {} : { columns: before.columns }),
    ...(view.density === "comfortable" ? {} : { density: view.density }),
    ...(view.rows === pageSizes[0] ? {} : { rows: view.rows }),
  };
  const columns: Kept = view.columns === null ? {} : { columns: view.columns };
  const chosen: [string, Kept][] =
    ofColumns === view.table
      ? [[view.table, { ...columns, ...choice }]]
      : [
          [view.table, choice],
          [ofColumns, columns],
        ];
  const next = [...Object.entries(others), ...chosen].filter(([, kept]) => Object.keys(kept).length > 0);
  next.splice(0, next.length - keptTables);
  for (; ; next.shift()) {
    const text = encodeURIComponent(JSON.stringify(Object.fromEntries(next)));
    if (text.length <= longestCookie || next.length === 0) return text;
  }
}

function columnsKey(table: string, kind: string | undefined): string {
  return kind === undefined ? table : `${table}-${kind}`;
}

function readKept(cookie: string | undefined): Record<string, Kept> {
  if (cookie === undefined || cookie === "") return {};
  try {
    const kept: unknown = JSON.parse(cookie.startsWith("%") ? decodeURIComponent(cookie) : cookie);
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).flatMap(([table, choice]: [string, unknown]) => {
        if (!isIdentifier(table) || typeof choice !== "object" || choice === null) return [];
        const { columns, density, rows } = choice as Record<string, unknown>;
        const known: Kept = {
          ...(Array.isArray(columns) ? { columns: columns.filter(isColumn) } : {}),
          ...(typeof density === "string" ? { density } : {}),
          ...(typeof rows === "number" ? { rows } : {}),
        };
        return [[table, known]];
      }),
    );
  } catch {
    // Somebody else's cookie of the same name, or one that was cut off.
    return {};
  }
}
