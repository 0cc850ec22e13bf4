import type { ReactNode } from "react";

export type DataTableColumn = {
  id: string;
  header: ReactNode;
  align?: "start" | "end" | undefined;
  /** The address that sorts by this column; `direction` when it already does. */
  sort?: { href: string; direction: "ascending" | "descending" | null } | undefined;
  width?: string | undefined;
  /** False leaves the column out on a phone. */
  phone?: boolean | undefined;
};
export type DataTableRow = {
  id: string;
  /** What the row is called when it is selected or opened. */
  name: string;
  href?: string | undefined;
  cells: ReactNode[];
};
export type DataTableGroup = {
  id: string;
  label: ReactNode;
  count: number;
  /** One block per row of the group. */
  paving?: ReactNode;
  rows: DataTableRow[];
};
export type RowHeight = "regular" | "grouped" | "compact" | "tall";
