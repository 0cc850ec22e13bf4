import type { Query } from "../ast.ts";
import type { Core } from "../core.ts";

/**
 * The plain condition that a step is the same as, if there is one: `entity.type() = "component"` is `blueprint = "component"`, and
 * `hasGroup("a")` is `tags contains "a"`. Indexes can answer plain conditions.
 */
export function plainConditionOf(core: Core): Query | undefined {
  if (core.step === "not") {
    const of = plainConditionOf(core.of);
    return of === undefined ? undefined : { op: "not", of };
  }
  if (core.step !== "compare" && core.step !== "contains") return undefined;
  const { left, right } = core;
  if (left.step !== "place" || right.step !== "constant" || !("field" in left.place)) return undefined;
  const { field } = left.place;
  if (typeof right.value !== "string" || ["text", "createdAt", "updatedAt"].includes(field)) return undefined;
  if (core.step === "contains") return { op: "contains", term: left.place, value: right.value };
  return field === "tags" ? undefined : { op: core.op, term: left.place, value: right.value };
}
