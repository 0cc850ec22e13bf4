import { fieldNames, type Path, type PathRoot, type Place, pathRoots } from "../ast.ts";
import type { Expression } from "../expression.ts";
import { queryLimits } from "../limits.ts";

/**
 * The place that an expression names: a built-in field, or a path into one of the JSON documents. Undefined for anything else, and for
 * what starts with the parameter of a lambda.
 */
export function placeOf(
  expression: Expression,
  isVariable: (name: string) => boolean = () => false,
): Place | undefined {
  if (expression.kind !== "name") return pathOf(expression, isVariable);
  if (isVariable(expression.name)) return undefined;
  const field = fieldNames.find((known) => known === expression.name);
  if (field !== undefined) return { field };
  // Backstage calls a blueprint a kind.
  return expression.name === "kind" ? { field: "blueprint" } : pathOf(expression, isVariable);
}

function pathOf(expression: Expression, isVariable: (name: string) => boolean): Path | undefined {
  const keys: string[] = [];
  let at: Expression = expression;
  while (at.kind === "member" || at.kind === "item") {
    if (at.kind === "member") keys.unshift(at.name);
    else if (at.index.kind === "literal" && typeof at.index.value === "string") keys.unshift(at.index.value);
    else return undefined;
    at = at.of;
  }
  if (at.kind !== "name" || isVariable(at.name) || keys.length > queryLimits.pathKeys) return undefined;
  const { name } = at;
  const root: PathRoot | undefined = pathRoots.find((known) => known === name);
  return root === undefined ? undefined : { path: [root, ...keys] };
}
