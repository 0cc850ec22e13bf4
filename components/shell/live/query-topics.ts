import type { Topic } from "#lib/kernel/topics.ts";

/**
 * Which cached answers an event makes old. A query key begins with the name of its operation (`entity.list`); an event `entity.changed`
 * concerns every operation of its noun, and of the nouns here, whose answers contain it.
 */
const alsoConcerns: Partial<Record<Topic, string[]>> = {
  "entity.changed": ["scorecard", "service", "deployment", "repository", "mine"],
  "catalog.imported": ["entity", "source", "import"],
  "scorecard.created": ["entity"],
  "scorecard.updated": ["entity"],
  "scorecard.deleted": ["entity"],
  "scorecard.reevaluated": ["entity"],
  "run.updated": ["action", "repository"],
  "team.changed": ["mine"],
  "run.logged": [],
  "deployment.recorded": ["metric", "service"],
  "incident.recorded": ["metric", "service"],
};

/** Whether an event of this topic makes the answer with this key's beginning old. `*`: something was missed, so all are. */
export function isAffected(topic: string, operation: unknown): boolean {
  if (topic === "*") return true;
  if (typeof operation !== "string") return false;
  const noun = operation.split(".")[0] ?? "";
  return topic.split(".")[0] === noun || (alsoConcerns[topic as Topic]?.includes(noun) ?? false);
}
