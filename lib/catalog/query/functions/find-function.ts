import type { ValueType } from "../value-type.ts";
import type { FunctionDefinition } from "./definition.ts";
import { methodsOfLists } from "./methods-of-lists.ts";
import { methodsOfValues } from "./methods-of-values.ts";
import { functionsOfAsker } from "./of-asker.ts";
import { functionsOfEntity } from "./of-entity.ts";
import { functionsOfScorecards, methodsOfScores } from "./of-scorecards.ts";
import { functionsOfSources } from "./of-sources.ts";
import { functionsOfValues } from "./of-values.ts";
import { type SourceName, sources } from "./sources.ts";

const methods: readonly FunctionDefinition[] = [...methodsOfLists, ...methodsOfValues, ...methodsOfScores];

/** Methods that are also written as functions of one value. */
export const methodsAsFunctions: readonly string[] = ["length", "age"];

/** Every function there is, in the order of the reference. */
export const allFunctions: readonly FunctionDefinition[] = [
  ...functionsOfEntity,
  ...functionsOfScorecards,
  ...functionsOfAsker,
  ...functionsOfValues,
  ...methods,
  ...functionsOfSources,
];

const byName = new Map(allFunctions.map((definition) => [definition.name, definition]));

/** Names before a point that are no values: `entity.tag()`, `git.fileExists(…)`. */
export const namespaces: ReadonlySet<string> = new Set(
  allFunctions.flatMap(({ name }) => (/^[a-z]\w*\./i.test(name) ? [name.slice(0, name.indexOf("."))] : [])),
);

/** The function or method of a name; a method with its point. */
export function findFunction(name: string): FunctionDefinition | undefined {
  if (methodsAsFunctions.includes(name)) return byName.get(`.${name}`);
  return byName.get(name);
}

/** The source that a bare name stands for, as in `git != null`. */
export function sourceNamed(name: string): SourceName | undefined {
  if (name === "catalog" || !Object.hasOwn(sources, name)) return undefined;
  return name as SourceName;
}

/** The methods that a value of a type has. */
export function methodsOf(type: ValueType): readonly FunctionDefinition[] {
  const what = type.kind === "object" ? type.what : undefined;
  return methods.filter(
    (method) => method.on?.includes(type.kind) && (method.what === undefined || method.what === what),
  );
}
