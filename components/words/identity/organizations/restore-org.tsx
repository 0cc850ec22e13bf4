import type { ReactNode } from "react";

export const isBackWithEverythingInIt = (org: string) => `${org} is back, with everything in it`;
export const willBeErased = (time: ReactNode) => <>will be erased {time}</>;
export const bringBackOrg = (org: string) => `Bring back ${org}`;
export const bringBack = "Bring back";
