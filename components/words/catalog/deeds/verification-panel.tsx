import type { ReactNode } from "react";

export const stillTrue = "Still true?";
export const confirm = "Yes, still true";
export const confirmed = (title: string) => `${title} is confirmed`;
export const confirmedBy = (who: string | null, when: ReactNode) => (
  <>
    Confirmed {when}
    {who === null ? "" : ` by ${who}`}
  </>
);
export const neverConfirmed = "Nobody has confirmed it yet";
export const dueOn = (when: ReactNode) => <>To be confirmed again by {when}</>;
export const overdueSince = (when: ReactNode) => <>Due since {when}</>;
export const asked = (when: ReactNode) => <>Its owners were asked {when}</>;
export const willBeAsked = "Its owners are asked within a day";
