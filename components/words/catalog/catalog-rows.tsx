import type { ReactNode } from "react";

export const archived = "Archived ones";
export const lastChange = (when: ReactNode) => <>Last change {when}</>;
