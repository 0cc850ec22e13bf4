import { z } from "zod";

/** What a new organization does first, in the order in which one thing helps the next. */
export const firstSteps = ["import", "scorecard", "invite", "run", "key", "deployment"] as const;
export type FirstStep = (typeof firstSteps)[number];

export const FirstSteps = z.object({
  /** How many rows say that a step was done; none means that it is still to be done. */
  counts: z.object({
    import: z.number(),
    scorecard: z.number(),
    invite: z.number(),
    run: z.number(),
    key: z.number(),
    deployment: z.number(),
  }),
  hasEntities: z.boolean(),
  /** Whether the reader has put them away. */
  isHidden: z.boolean(),
});
export type FirstSteps = z.infer<typeof FirstSteps>;
