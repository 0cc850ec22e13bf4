import type { ReactNode } from "react";

export const messages = "Messages";
export const undo = (undo: ReactNode) => <>Undo {undo}</>;
export const dismiss = "Dismiss";
