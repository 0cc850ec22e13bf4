import { z } from "zod";

/** One sign-in of a person: a browser, since when, and whether it is the one that asks. */
export const Session = z.object({
  id: z.string(),
  userAgent: z.string().nullable(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  isCurrent: z.boolean(),
});
