import type { ReactNode } from "react";

export const draftKeptInThisBrowser = (time: ReactNode) => <>Draft kept in this browser, {time}</>;
export const startOver = "Start over";
