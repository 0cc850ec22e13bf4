import type { ReactNode } from "react";

export const archivedBy = (who: string | null, when: ReactNode) => (
  <>
    <b>Archived</b>
    {who === null ? null : ` by ${who}`} {when}.
  </>
);
export const isHidden = "It is in no list, and imports do not bring it back.";
export const restore = "Restore";
export const restored = (title: string) => `${title} is back`;
export const archivedAgain = (title: string) => `${title} is archived again`;
