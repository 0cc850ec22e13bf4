import type { ReactNode } from "react";

export const throughput = "Throughput";
export const instability = "Instability";
export const noData = "No data.";
export const fewMany = (many: ReactNode) => <>few {many}</>;
export const ci = "95 % CI";
