import type { ReactNode } from "react";

export const unchanged = "unchanged";
export const from = (from: ReactNode) => <>from {from}</>;
export const notMeasurable = "Not measurable";
