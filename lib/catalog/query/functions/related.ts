import type { Direction } from "../core.ts";
import type { BoundCall, Typed } from "../elaboration/elaboration.ts";
import { anyObject, boolean, listOf, moment, number, objectOf, text, type ValueType } from "../value-type.ts";
import { optional } from "./definition.ts";

/** How far relations can be followed when it is counted. */
const mostSteps = 20;

/** The other end of a relation. */
export const relatedEntity: ValueType = objectOf("related entity", {
  tag: text,
  type: text,
  relationship: text,
  isResolved: boolean,
  properties: anyObject,
  since: moment,
  until: moment,
});

export const relatedParameters = [
  optional("relationshipType", text),
  optional("depth", number),
  optional("includeArchived", boolean),
  optional("includeEnded", boolean),
  optional("anyDistance", boolean),
];

/** How far relations are followed; null for as far as they lead. */
function depthOf(call: BoundCall): number | null {
  if (call.flag("anyDistance")) return null;
  const depth = call.value("depth")?.core;
  if (depth === undefined) return 1;
  const steps = depth.step === "constant" ? Number(depth.value) : Number.NaN;
  if (Number.isInteger(steps) && steps >= 1 && steps <= mostSteps) return steps;
  return call.refuse("depth", `depth is a whole number from 1 to ${mostSteps}; anyDistance = true has no end`);
}

/** Whether it is related to the named entity, over any distance. */
export function relatedTo(call: BoundCall): Typed {
  const entity = call.text("entity") ?? "";
  const at = entity.indexOf(":");
  if (at < 1 || at === entity.length - 1) call.refuse("entity", 'name an entity with its kind, as in "system:shop"');
  const direction = call.text("direction") ?? "outgoing";
  if (direction !== "outgoing" && direction !== "incoming")
    return call.refuse("direction", 'direction is "outgoing" or "incoming"');
  const [blueprint, identifier] = [entity.slice(0, at), entity.slice(at + 1)];
  const relation = call.text("relationshipType") ?? null;
  return { core: { step: "reaches", direction, relation, blueprint, identifier }, type: boolean };
}

/** What is at the other end of its relations, in one step or more. */
export function related(direction: Direction): (call: BoundCall) => Typed {
  return (call) => {
    const depth = depthOf(call);
    const relation = call.text("relationshipType") ?? null;
    const always = call.flag("includeEnded");
    if (depth !== 1 && always)
      call.refuse("includeEnded", "relations that ended are not followed further than one step");
    if (depth !== 1)
      return { core: { step: "reach", of: null, direction, relation, depth }, type: listOf(relatedEntity) };
    return { core: { step: "relations", of: null, direction, relation, always }, type: listOf(relatedEntity) };
  };
}
