"use server";

import { setPrecedence as setPrecedenceOperation } from "#lib/catalog/sources/set-precedence.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function setPrecedence(org: string, id: string, precedence: number) {
  return mutate(setPrecedenceOperation, org, { id, precedence });
}
