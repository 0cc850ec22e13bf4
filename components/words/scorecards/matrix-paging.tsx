import type { ReactNode } from "react";

export const rows = "Rows";
export const closerOnes = "Closer ones";
export const nextTotal = (total: ReactNode) => <>Next {total}</>;
