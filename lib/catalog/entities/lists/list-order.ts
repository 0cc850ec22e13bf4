import { z } from "zod";
import { type EntityFilter, wordsOf } from "#lib/catalog/entities/lists/entity-filter.ts";
import { listOrders } from "#lib/catalog/entities/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";

/** How a list of entities is put in order. */
export const listOrder = {
  sort: z
    .enum(listOrders)
    .default("title")
    .describe("What the list is sorted by; best is the best match of text first, in the order of a search"),
  direction: z.enum(["ascending", "descending"]).default("ascending"),
};

/** @throws AppError when best match is asked for without words, or backwards */
export function checkOrder({
  sort,
  direction,
  text,
}: Pick<EntityFilter, "text"> & { sort: string; direction: string }) {
  if (sort !== "best") return;
  if (wordsOf(text).length === 0)
    refuse("sort", "Only words have a best match: give text as well, or choose another order");
  if (direction === "descending") refuse("direction", "The best match is always first: leave direction out");
}

function refuse(path: string, message: string): never {
  throw new AppError("invalid", "The list cannot be put in this order.", [{ path, message }]);
}
