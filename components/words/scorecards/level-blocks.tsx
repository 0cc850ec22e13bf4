import { numberText } from "#components/words/format.ts";

export const none = "None";
export const oneBlockStandsForUp = (perBlock: number) => <>One block stands for up to {numberText(perBlock)}.</>;
