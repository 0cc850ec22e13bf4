import type { ReactNode } from "react";

export const none = "None";
export const oneBlockStandsForUp = (perBlock: ReactNode) => <>One block stands for up to {perBlock}.</>;
