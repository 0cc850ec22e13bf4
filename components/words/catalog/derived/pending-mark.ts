import { relativeText } from "#components/words/format.ts";

export const pending = "not current";
export const pendingSince = (at: string, nowMs: number) =>
  `Something it depends on changed ${relativeText(Date.parse(at), nowMs)}; it is being worked out.`;
