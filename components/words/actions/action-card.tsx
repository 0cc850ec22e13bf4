import type { ReactNode } from "react";

export const neverRunYet = "Never run yet";
export const run = { one: "run", many: "runs" };
export const theLast = (runCount: ReactNode, time: ReactNode) => (
  <>
    {runCount}, the last {time}
  </>
);
export const membersAndAdminsMayRun = " · members and admins may run it";
