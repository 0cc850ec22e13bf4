import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import {
  type Derivation,
  findDerivations,
  nearestOf,
  nodeOf,
  orderDerivations,
} from "#lib/catalog/derived/derivations.ts";
import { followPath, type Kinds } from "#lib/catalog/derived/follow-path.ts";
import type { DerivedProperty, PathStep } from "#lib/catalog/derived/schema.ts";
import { derivedTypes, typeOfProperty } from "#lib/catalog/derived/type-of-derived.ts";
import { checkValue } from "#lib/catalog/query/elaboration/check-value.ts";
import { costOf, type QueryNeeds, queryNeeds } from "#lib/catalog/query/elaboration/query-needs.ts";
import { sources } from "#lib/catalog/query/functions/sources.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";
import { describeType, type ValueType } from "#lib/catalog/query/value-type.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

/**
 * What a definition gets wrong in what it derives: names that nothing has, types that do not go together, expressions that cannot be
 * read, and values that would need themselves. Also what it would break in other kinds. Programs in jq are looked at elsewhere.
 */
export function checkDerived(identifier: string, definition: BlueprintDefinition, others: Kinds): FieldProblem[] {
  const kinds = new Map([...others, [identifier, { definition }]]);
  const problems = problemsOf(kinds, identifier);
  if (problems.length > 0) return problems;
  const broken = findBroken(others, kinds, identifier);
  if (broken !== null) problems.push({ path: "definition.relations", message: `${broken}. Change that kind first` });
  return [...problems, ...findCycle(kinds, identifier)];
}

/** What another kind derives and could not work out any more, once a kind is different or gone; null when there is nothing. */
export function findBroken(before: Kinds, after: Kinds, identifier: string): string | null {
  const brokenBefore = new Set(
    [...before.keys()].flatMap((kind) => problemsOf(before, kind).map(({ path }) => `${kind} ${path}`)),
  );
  for (const other of after.keys()) {
    const broken =
      other === identifier
        ? undefined
        : problemsOf(after, other).find(({ path }) => !brokenBefore.has(`${other} ${path}`));
    if (broken !== undefined)
      return `With this, what the kind ${other} derives from it could not be worked out any more (${broken.message})`;
  }
  return null;
}

function findCycle(kinds: Kinds, identifier: string): FieldProblem[] {
  const derivations = findDerivations(kinds);
  const { cycle } = orderDerivations(derivations);
  if (cycle === null) return [];
  const nodes = cycle.slice(1);
  // Told from the side of the kind that is being changed.
  const own = derivations.find((derivation) => derivation.kind === identifier && nodes.includes(nodeOf(derivation)));
  const first = own === undefined ? 0 : nodes.indexOf(nodeOf(own));
  const turned = [...nodes.slice(first), ...nodes.slice(0, first)];
  const way = [...turned, turned[0]].map((node) => node?.replace(/:(properties\.)?/, ".")).join(" → ");
  const wayOut = own === undefined ? null : wayOutOf(own);
  const message = `This would need itself: ${way}. Take one of these out of the circle${wayOut === null ? "" : `, ${wayOut}`}`;
  return [{ path: placeOf(kinds, own), message }];
}

/** How the same may be had without a circle. */
function wayOutOf({ property, path }: Derivation): string | null {
  const [step, ...more] = path;
  if (step === undefined) return null;
  if (property === null)
    return more.length === 0
      ? `or let each of them inherit along ${step.relation} in the same way: that is followed on and on`
      : "or inherit along one relation only: that is followed on and on";
  return property.kind === "mirrored" && more.length === 0 && !property.isAnyDepth
    ? `or follow ${step.relation} on and on, until something has a value (isAnyDepth)`
    : null;
}

function placeOf(kinds: Kinds, derivation: ReturnType<typeof findDerivations>[number] | undefined): string {
  if (derivation === undefined) return "definition.relations";
  if (derivation.property === null) return "definition.ownership.path";
  const index = kinds.get(derivation.kind)?.definition.derived.indexOf(derivation.property) ?? 0;
  return `definition.derived.${index}.${derivation.property.kind === "calculated" ? "expression" : "path"}`;
}

function problemsOf(kinds: Kinds, kind: string): FieldProblem[] {
  const definition = kinds.get(kind)?.definition;
  if (definition === undefined) return [];
  const problems = definition.derived.flatMap((property, index) =>
    checkProperty(kinds, kind, property).map(({ path, message }) => ({
      path: `definition.derived.${index}.${path}`,
      message,
    })),
  );
  if (definition.ownership.type === "inherited")
    problems.push(
      ...checkPath(kinds, kind, definition.ownership.path).map(({ path, message }) => ({
        path: `definition.ownership.${path}`,
        message,
      })),
    );
  return problems;
}

function checkProperty(kinds: Kinds, kind: string, property: DerivedProperty): FieldProblem[] {
  if (property.kind === "calculated") return property.language === "jq" ? [] : checkExpression(kinds, kind, property);
  const problems = checkPath(kinds, kind, property.path, property.isAnyDepth);
  if (problems.length > 0) return problems;
  return property.kind === "mirrored" ? checkMirrored(kinds, kind, property) : checkAggregated(kinds, kind, property);
}

function checkPath(kinds: Kinds, kind: string, path: PathStep[], isAnyDepth = false): FieldProblem[] {
  if (isAnyDepth && path.length !== 1)
    return [{ path: "path", message: "At any depth one relation is followed on and on; name one" }];
  const followed = followPath(kinds, kind, path, isAnyDepth);
  return followed.ok ? [] : [{ path: `path.${followed.step}.relation`, message: followed.message }];
}

function endsOf(kinds: Kinds, kind: string, path: PathStep[], isAnyDepth: boolean): string[] {
  const followed = followPath(kinds, kind, path, isAnyDepth);
  return followed.ok ? (followed.hops.at(-1) ?? []) : [];
}

/** The types that a property has in these kinds; null when none of them can have it. */
function typesAt(kinds: Kinds, ends: string[], name: string): ValueType[] | null {
  const known = ends.flatMap((end) => {
    const types = derivedTypes(kinds, end);
    return Object.hasOwn(types, name) ? [types[name] as ValueType] : [];
  });
  const allowsOthers = ends.some((end) => kinds.get(end)?.definition.allowsOthers !== false);
  return known.length === 0 && !allowsOthers ? null : known;
}

function checkMirrored(
  kinds: Kinds,
  kind: string,
  property: Extract<DerivedProperty, { kind: "mirrored" }>,
): FieldProblem[] {
  if (property.isOwnFirst && !property.isAnyDepth)
    return [
      {
        path: "isOwnFirst",
        message: "The entity itself is looked at first only where a relation is followed on and on (isAnyDepth)",
      },
    ];
  if (!property.field.startsWith("properties.")) return [];
  const name = property.field.slice("properties.".length);
  const ends = endsOf(kinds, kind, property.path, property.isAnyDepth);
  if (typesAt(kinds, ends, name) === null)
    return [{ path: "field", message: `${ends.join(" or ")} has no property ${name}` }];
  const among = property.isAnyDepth ? nearestOf(kinds, kind, ends, property).among : [];
  const stating = ends.filter((end) => !among.includes(end));
  return typesAt(kinds, stating, name) === null
    ? [
        {
          path: "field",
          message: `Nobody could ever enter ${name}: all that this leads to would only mirror it. Name a property that is entered there`,
        },
      ]
    : [];
}

function checkAggregated(
  kinds: Kinds,
  kind: string,
  property: Extract<DerivedProperty, { kind: "aggregated" }>,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const ends = endsOf(kinds, kind, property.path, property.isAnyDepth);
  const { property: name } = property;
  if (property.function === "count" && name !== undefined)
    problems.push({ path: "property", message: "Counting takes no property" });
  if (property.function !== "count" && name === undefined)
    problems.push({ path: "property", message: "Name the property whose numbers are taken" });
  if (property.function !== "count" && name !== undefined) {
    const types = typesAt(kinds, ends, name);
    const wrong = types?.find((type) => type.kind !== "number" && type.kind !== "unknown");
    if (types === null) problems.push({ path: "property", message: `${ends.join(" or ")} has no property ${name}` });
    else if (wrong !== undefined)
      problems.push({ path: "property", message: `${name} is ${describeType(wrong)}, not a number` });
  }
  const message = filterProblem(kinds, ends, property.filter);
  return message === null ? problems : [...problems, { path: "filter", message }];
}

function filterProblem(kinds: Kinds, ends: string[], filter: string): string | null {
  if (filter === "") return null;
  const [only, ...more] = ends;
  const parsed = parseQuery(filter, only === undefined || more.length > 0 ? {} : derivedTypes(kinds, only));
  return parsed.ok ? needsProblem(queryNeeds(parsed.query)) : parsed.error.message;
}

/** What is derived is worked out when something is written, so it can only look at what says when it changes. */
function needsProblem(needs: QueryNeeds): string | null {
  const [source] = needs.sources;
  if (source !== undefined) return `This needs facts of ${source}, which nobody has yet: ${sources[source].connect}`;
  if (needs.time)
    return "This changes when nothing but time passes, so a stored value would be wrong by tomorrow; ask it in a query or a rule";
  if (needs.scorecards.length > 0)
    return "Scorecards are evaluated after values are worked out, so a value cannot depend on a level; ask it in a query or a rule";
  if (needs.asker) return "This depends on who asks, so it cannot be stored; ask it in a query";
  if (needs.incoming || needs.hops > 0)
    return "This looks at relations that other entities state; aggregate over them, or mirror what they have";
  return costOf(needs) ?? null;
}

function checkExpression(
  kinds: Kinds,
  kind: string,
  property: Extract<DerivedProperty, { kind: "calculated" }>,
): FieldProblem[] {
  // As it will be worked out, where only the entity tells what a property is, and with what the blueprint says.
  const untyped = checkValue(property.expression);
  const checked = untyped.ok ? checkValue(property.expression, derivedTypes(kinds, kind)) : untyped;
  if (!checked.ok) return [{ path: "expression", message: checked.error.message }];
  const message = needsProblem(checked.needs);
  if (message !== null) return [{ path: "expression", message }];
  if (!fits(checked.type, property)) {
    const wanted = describeType(typeOfProperty(property));
    return [{ path: "type", message: `The expression yields ${describeType(checked.type)}, not ${wanted}` }];
  }
  return [];
}

/** Whether what an expression yields can be stored as what the property says that it is. */
function fits(yielded: ValueType, { type, format }: Extract<DerivedProperty, { kind: "calculated" }>): boolean {
  if (yielded.kind === "unknown" || yielded.kind === "null") return true;
  // A point in time is stored as a text, a duration as its number of days.
  if (yielded.kind === "moment") return type === "string" && (format === "date-time" || format === undefined);
  if (yielded.kind === "duration") return type === "number";
  const names: Partial<Record<ValueType["kind"], string>> = {
    text: "string",
    number: "number",
    boolean: "boolean",
    list: "array",
    object: "object",
  };
  return names[yielded.kind] === type;
}
