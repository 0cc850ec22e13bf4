import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import { checkDerived } from "#lib/catalog/derived/check-derived.ts";
import { findJqProblem } from "#lib/catalog/derived/jq/run-jq.ts";
import { checkValue, compilePattern } from "#lib/catalog/properties/check-value.ts";
import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

/**
 * What a definition gets wrong that its form alone does not show: patterns that cannot be read, defaults that do not fit, kinds that
 * do not exist, and relations that could never be filled because each needs the other first. `others` are all kinds of the organization.
 */
export async function checkDefinition(
  identifier: string,
  definition: BlueprintDefinition,
  others: ReadonlyMap<string, { definition: BlueprintDefinition }>,
): Promise<FieldProblem[]> {
  const problems = definition.properties.flatMap((property, index) =>
    checkProperty(property, `definition.properties.${index}`),
  );
  for (const [place, { properties }] of definition.relations.entries())
    for (const [index, property] of properties.entries())
      problems.push(...checkProperty(property, `definition.relations.${place}.properties.${index}`));
  // With a pattern that cannot be read nothing else about values can be said.
  if (problems.length > 0) return problems;
  for (const [index, property] of definition.properties.entries()) {
    const message = property.default === undefined ? null : checkValue(property, property.default);
    if (message !== null) problems.push({ path: `definition.properties.${index}.default`, message });
  }
  for (const [index, { targets }] of definition.relations.entries())
    for (const [place, target] of targets.entries())
      if (target !== identifier && !others.has(target))
        problems.push({
          path: `definition.relations.${index}.targets.${place}`,
          message: `There is no kind ${target}`,
        });
  const requiredBy = new Map([...others].map(([name, other]) => [name, requiredRelations(other.definition)]));
  requiredBy.set(identifier, requiredRelations(definition));
  for (const [index, relation] of definition.relations.entries()) {
    const cycle = relation.isRequired ? findCycle(identifier, relation.targets, requiredBy) : null;
    if (cycle === null) continue;
    const message = `Each of these needs the other first, so that none could ever be made: ${cycle.join(" → ")}. Make one of them optional`;
    problems.push({ path: `definition.relations.${index}.isRequired`, message });
  }
  if (problems.length > 0) return problems;
  const derived = checkDerived(identifier, definition, others);
  return derived.length > 0 ? derived : checkPrograms(definition);
}

async function checkPrograms({ derived }: BlueprintDefinition): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [index, property] of derived.entries()) {
    if (property.kind !== "calculated" || property.language !== "jq") continue;
    const message = await findJqProblem(property.expression);
    if (message !== null) problems.push({ path: `definition.derived.${index}.expression`, message });
  }
  return problems;
}

function checkProperty(property: PropertyDefinition, path: string): FieldProblem[] {
  return [
    { path: `${path}.pattern`, pattern: property.pattern },
    { path: `${path}.items.pattern`, pattern: property.items?.pattern },
  ].flatMap(({ path: place, pattern }) => {
    if (pattern === undefined) return [];
    try {
      compilePattern(pattern);
      return [];
    } catch (error) {
      const reason = error instanceof Error ? error.message : "it cannot be read";
      return [{ path: place, message: `This is no regular expression (RE2): ${reason}` }];
    }
  });
}

type RequiredRelations = string[][];

/** The targets of every relation that has to be there; one that may point at several kinds can be filled by any of them. */
function requiredRelations(definition: BlueprintDefinition): RequiredRelations {
  return definition.relations.filter(({ isRequired }) => isRequired).map(({ targets }) => targets);
}

/** The way from a kind back to itself along relations that have to be there and have one kind of target only, or null. */
function findCycle(
  start: string,
  targets: string[],
  requiredBy: ReadonlyMap<string, RequiredRelations>,
): string[] | null {
  const [first, ...rest] = targets;
  if (first === undefined || rest.length > 0) return null;
  const cameFrom = new Map<string, string>([[first, start]]);
  const waiting = [first];
  for (let kind = waiting.shift(); kind !== undefined; kind = waiting.shift()) {
    if (kind === start) return walkBack(start, cameFrom);
    for (const [next, ...alternatives] of requiredBy.get(kind) ?? []) {
      if (next === undefined || alternatives.length > 0 || cameFrom.has(next)) continue;
      cameFrom.set(next, kind);
      waiting.push(next);
    }
  }
  return null;
}

function walkBack(start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [start];
  for (let kind = cameFrom.get(start); kind !== undefined && kind !== start; kind = cameFrom.get(kind))
    path.unshift(kind);
  return [start, ...path];
}
