import { z } from "zod";

const Ids = z.array(z.uuid("Use ids of entities")).max(1000, "Ask for at most 1,000 entities at once");

/** Ids of entities: a list, or in an address the ids with commas between them. */
export const EntityIds = z.union([z.string().transform((text) => text.split(",")), z.array(z.string())]).pipe(Ids);
