import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import * as words from "#components/words/catalog/blueprints/check-draft.ts";
import { BlueprintInput } from "#lib/catalog/blueprints/schema.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

/** What is wrong with a draft by its form alone, as the server says it. The rest (kinds that are missing, patterns) only the server knows. */
export function checkDraft(draft: unknown): FieldProblem[] {
  const result = BlueprintInput.safeParse(draft);
  return result.success ? [] : result.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
}

/** A problem at its place in a text; lines and columns count from one. */
export type PlacedProblem = { line: number; column: number; path: string | null; message: string };

export type ReadText = { draft: BlueprintDraft | null; problems: PlacedProblem[] };

/** JSON as somebody types it: the draft when a form can show it, and whatever is wrong at its line. */
export function readDraftText(text: string): ReadText {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined || tree === undefined) {
    const offset = first?.offset ?? 0;
    const message = words.syntax(first === undefined ? "" : printParseErrorCode(first.error));
    return { draft: null, problems: [{ ...placeOf(text, offset), path: null, message }] };
  }
  const value: unknown = JSON.parse(text);
  const result = BlueprintInput.safeParse(value);
  if (result.success) return { draft: value as BlueprintDraft, problems: [] };
  const { issues } = result.error;
  const problems = issues.map(({ path, message }) => ({
    ...placeOf(text, nodeAt(tree, path).offset),
    path: path.join("."),
    message,
  }));
  // A form can show a title that is missing, but not a list of properties that is a number.
  const isShowable = issues.every(({ code, path }) => !structural.has(code) || isLeaf(path, value));
  return { draft: isShowable ? (value as BlueprintDraft) : null, problems };
}

/** Problems that the server names by their field, at their place in the text. */
export function placeProblems(text: string, problems: FieldProblem[]): PlacedProblem[] {
  const tree = parseTree(text);
  return problems.map(({ path, message }) => {
    const steps = path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return { ...placeOf(text, tree === undefined ? 0 : nodeAt(tree, steps).offset), path, message };
  });
}

const structural = new Set(["invalid_type", "unrecognized_keys", "invalid_value", "invalid_union"]);
const leaves = new Set(["value", "default", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"]);

function isLeaf(path: PropertyKey[], value: unknown): boolean {
  const last = String(path.at(-1));
  if (last === "verificationDays" || leaves.has(last)) return true;
  // A title or an identifier that is not there yet is an empty field.
  return (last === "title" || last === "pluralTitle" || last === "identifier") && at(value, path) === undefined;
}

function at(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

/** The node of a path, or of the nearest thing around it that is there. */
function nodeAt(tree: Node, path: PropertyKey[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length) as (string | number)[]);
    if (node !== undefined) return node;
  }
  return tree;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
