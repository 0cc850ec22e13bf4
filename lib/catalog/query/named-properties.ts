import { type Expression, partsOf } from "./expression.ts";
import { parseExpression } from "./parse-expression.ts";
import { placeOf } from "./place-of.ts";
import { QuerySyntaxError } from "./problem.ts";

/** A property that a query names, at its characters. */
export type NamedProperty = { name: string; offset: number; end: number };

/** The properties that a text names, each where it stands first. None for a text that cannot be read. */
export function namedProperties(text: string): NamedProperty[] {
  try {
    const { expression, spans } = parseExpression(text);
    const found = new Map<string, NamedProperty>();
    const look = (part: Expression) => {
      const name = propertyOf(part);
      const span = spans.get(part) ?? { start: 0, end: 0 };
      if (name !== undefined && !found.has(name)) found.set(name, { name, offset: span.start, end: span.end });
      for (const inner of partsOf(part)) look(inner);
    };
    look(expression);
    return [...found.values()];
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    return [];
  }
}

/** `properties.tier` is tier; what stands inside of it, such as `properties.tier.name`, is found on the way down. */
function propertyOf(part: Expression): string | undefined {
  if (part.kind !== "member" && part.kind !== "item") return undefined;
  const place = placeOf(part);
  return place !== undefined && "path" in place && place.path[0] === "properties" && place.path.length === 2
    ? place.path[1]
    : undefined;
}
