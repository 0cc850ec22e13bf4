import { type Call, type Expression, partsOf } from "../expression.ts";
import { parseExpression } from "../text/parse-expression.ts";
import { QuerySyntaxError } from "../text/problem.ts";
import { placeOf } from "./place-of.ts";

/** A property or a relation that a query names, at its characters. */
export type NamedMember = { kind: "property" | "relation"; name: string; offset: number; end: number };

/** The properties and relations that a text names, each where it stands first. None for a text that cannot be read. */
export function namedMembers(text: string): NamedMember[] {
  try {
    const { expression, spans } = parseExpression(text);
    const found = new Map<string, NamedMember>();
    const look = (part: Expression) => {
      const span = spans.get(part) ?? { start: 0, end: 0 };
      for (const member of membersOf(part)) {
        const key = `${member.kind} ${member.name}`;
        if (!found.has(key)) found.set(key, { ...member, offset: span.start, end: span.end });
      }
      for (const inner of partsOf(part)) look(inner);
    };
    look(expression);
    return [...found.values()];
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    return [];
  }
}

function membersOf(part: Expression): Pick<NamedMember, "kind" | "name">[] {
  if (part.kind === "call") {
    const relation = relationOf(part);
    return relation === undefined ? [] : [{ kind: "relation", name: relation }];
  }
  const name = propertyOf(part);
  return name === undefined ? [] : [{ kind: "property", name }];
}

/** `properties.tier` is tier; what stands inside of it, such as `properties.tier.name`, is found on the way down. */
function propertyOf(part: Expression): string | undefined {
  if (part.kind !== "member" && part.kind !== "item") return undefined;
  const place = placeOf(part);
  return place !== undefined && "path" in place && place.path[0] === "properties" && place.path.length === 2
    ? place.path[1]
    : undefined;
}

/** Where the functions that follow one relation have its name, when it is not named. */
const placeOfRelation: Record<string, number> = { count: 0, resolved: 0, destinations: 0, sources: 0, relatedTo: 1 };

function relationOf({ name, arguments: given, named }: Call): string | undefined {
  const place = Object.hasOwn(placeOfRelation, name) ? placeOfRelation[name] : undefined;
  if (place === undefined) return undefined;
  const value = named.find((argument) => argument.name === "relationshipType")?.value ?? given[place];
  return value?.kind === "literal" && typeof value.value === "string" ? value.value : undefined;
}
