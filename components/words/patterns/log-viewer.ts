import type { ReactNode } from "react";

export const ofLines = (shown: string | number, total: string | number) => `${shown} of ${total} lines`;
export const shownLines = (shown: string | number) => `${shown} lines`;
export const log = "Log";
export const findInLog = "Find in log";
export const findPlaceholder = "Find…";
export const find = "Find";
export const following = "Following";
export const follow = "Follow";
export const linesOf = (title: ReactNode) => `Lines of ${title}`;
