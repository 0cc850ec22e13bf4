import type { ReactNode } from "react";

export const kMove = (k: ReactNode) => <>{k} move</>;
export const xSelect = (x: ReactNode) => <>{x} select</>;
export const textOpen = (text: ReactNode) => <>{text} open</>;
export const pages = "Pages";
export const previous = "Previous";
export const next = "Next";
export const toOf = (first: string, last: string, total: string, more: string) =>
  `${first} to ${last} of ${total}${more}`;
