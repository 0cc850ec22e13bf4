import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const ofLines = (shown: number, total: number) => `${numberText(shown)} of ${numberText(total)} lines`;
export const shownLines = (shown: number) => `${numberText(shown)} lines`;
export const log = "Log";
export const findInLog = "Find in log";
export const findPlaceholder = "Find…";
export const find = "Find";
export const following = "Following";
export const follow = "Follow";
export const linesOf = (title: ReactNode) => `Lines of ${title}`;
