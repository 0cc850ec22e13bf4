import type { ReactNode } from "react";

export type DataTableColumn = {
  id: string;
  header: string;
  /** The head is there for who listens, not for who looks: over buttons. */
  isHeaderHidden?: boolean | undefined;
  /** The head stands on its side, with this under it: for many narrow columns of marks. */
  upright?: { mark: ReactNode; title?: string | undefined } | undefined;
  /** A line before it: another group of columns begins. */
  isFirstOfGroup?: boolean | undefined;
  align?: "start" | "end" | undefined;
  /** The address that sorts by this column; `direction` when it already does. */
  sort?: { href: string; direction: "ascending" | "descending" | null } | undefined;
  width?: string | undefined;
  /** False leaves the column out on a phone; there, `under` stands below the row with its head beside it. */
  phone?: boolean | "under" | undefined;
  /** Its cells are nothing but results of rules, by name, and are drawn where they are shown: marks by the hundred are sent as words. */
  drawn?: "rule" | undefined;
  /** Free text: breaks into lines instead of making the table wider. */
  wrap?: boolean | undefined;
};
export type DataTableRow = {
  id: string;
  /** What the row is called when it is selected or opened. */
  name: string;
  href?: string | undefined;
  cells: ReactNode[];
  /** Stands under the row, over its whole width. */
  opened?: ReactNode;
};
export type DataTableGroup = {
  id: string;
  label: ReactNode;
  count: number;
  /** One block per row of the group. */
  paving?: ReactNode;
  rows: DataTableRow[];
  /** The address that opens it, for a group whose rows were not read. */
  openHref?: string | undefined;
  /** The address that lists all of it, when `rows` are only its first. */
  restHref?: string | undefined;
};
export type RowHeight = "regular" | "grouped" | "tall";
export type Density = "comfortable" | "compact";

/** What can be chosen about a table: its columns in their order, how close its rows stand, how many are read at once. */
export type TableMenu = {
  table: string;
  kind?: string | undefined;
  /** Stands before its parameters in the address. */
  prefix: string;
  /** Without the first, which always stands. */
  columns: { id: string; name: string; isShown: boolean; about?: string | undefined }[];
  density: Density;
  rows: number;
  /** Nothing was chosen. */
  isDefault: boolean;
  /** Where columns are read that are known only when somebody asks: names, in front of which `prefix` makes them columns. */
  more?:
    | { org: string; path: `/${string}`; parameters: Record<string, string>; prefix: string; about: string }
    | undefined;
};

/** Whether a row is more than one line on a phone. */
export function isStacked(columns: DataTableColumn[]): boolean {
  return columns.some(({ phone }) => phone === "under");
}

/** Rows of one table cell and of the ones above and below it, in pixels. */
export const rowPixels: Record<RowHeight, Record<Density, number>> = {
  regular: { comfortable: 36, compact: 30 },
  grouped: { comfortable: 34, compact: 30 },
  tall: { comfortable: 52, compact: 44 },
};
