import type { ReactNode } from "react";

export const delivery = "Delivery";
export const dashboards = "Dashboards";
export const lastDeployment = (time: ReactNode) => <>Last deployment {time}</>;
