import { fieldNames, pathRoots } from "../ast.ts";
import { signatureOf } from "../elaboration/elaborate-call.ts";
import type { PropertyTypes } from "../elaboration/elaboration.ts";
import type { FunctionDefinition } from "../functions/definition.ts";
import { allFunctions, methodsOf, namespaces } from "../functions/find-function.ts";
import { describeType, type ValueType } from "../value-type.ts";
import { type CompletionContext, completionContext } from "./completion-context.ts";

export interface Offer {
  kind: "field" | "property" | "function" | "method" | "operator" | "value" | "word";
  /** What is shown, and what is put in place of what has been typed. */
  label: string;
  insert: string;
  detail: string;
}

export interface Completion {
  /** The characters that an offer takes the place of. */
  from: number;
  to: number;
  offers: Offer[];
}

/** What the catalog knows: the properties of a kind, and values that a place is known to have. */
export interface Known {
  properties: readonly { name: string; title: string; type: ValueType; values: readonly (string | number)[] }[];
  /** By the text of a place (`lifecycle`, `tags`), or of a call whose argument they are (`hasGroup(`). */
  values: Readonly<Record<string, readonly string[]>>;
  relations: readonly string[];
}

const most = 50;
const wordExpression = /^[A-Za-z_][A-Za-z0-9_-]*$/;

function offer(kind: Offer["kind"], label: string, detail: string, insert = label): Offer {
  return { kind, label, insert, detail };
}

function offerFunction(definition: FunctionDefinition, label: string): Offer {
  const takesNothing = definition.isProperty === true;
  const insert = takesNothing ? label : definition.parameters.length === 0 ? `${label}()` : `${label}(`;
  return offer(
    label.includes(".") || definition.on === undefined ? "function" : "method",
    label,
    `${signatureOf(definition)}: ${definition.doc}`,
    insert,
  );
}

function offersOfMember(context: Extract<CompletionContext, { expects: "member" }>, known: Known): Offer[] {
  if (context.of === "properties")
    return known.properties.map(({ name, title, type }) => offer("property", name, `${title}, ${describeType(type)}`));
  const own = allFunctions.filter(({ name }) => name.startsWith(`${context.of}.`));
  if (own.length > 0)
    return own.map((definition) => offerFunction(definition, definition.name.slice(context.of.length + 1)));
  const { type } = context;
  if (type === undefined) return [];
  const fields = type.kind === "object" ? Object.entries(type.fields ?? {}) : [];
  return [
    ...fields.map(([name, field]) => offer("field", name, describeType(field.type))),
    ...methodsOf(type).map((method) => ({ ...offerFunction(method, method.name.slice(1)), kind: "method" as const })),
  ];
}

const operatorsByKind: Partial<Record<ValueType["kind"], string[]>> = {
  text: ["=", "!=", "in", "contains", "startsWith", "exists", "is empty"],
  number: ["=", "!=", ">", ">=", "<", "<=", "in"],
  moment: [">", ">=", "<", "<="],
  duration: [">", ">=", "<", "<="],
  level: ["=", "!=", ">", ">=", "<", "<=", "in", "exists"],
  list: ["contains", "exists", "is empty"],
  object: ["exists", "is empty"],
  source: ["!= null", "= null"],
  unknown: ["=", "!=", ">", ">=", "<", "<=", "in", "contains", "startsWith", "exists", "is empty"],
};

function offersOfOperator({ type }: Extract<CompletionContext, { expects: "operator" }>): Offer[] {
  const operators = type === undefined ? [] : (operatorsByKind[type.kind] ?? []);
  const joins = type === undefined || type.kind === "boolean" || type.kind === "unknown" ? ["and", "or"] : [];
  return [...operators, ...joins].map((operator) => offer("operator", operator, "", `${operator} `));
}

/** The values that a place is known to have. */
function valuesOf(left: string | undefined, known: Known): readonly (string | number)[] {
  if (left === undefined) return [];
  const property = known.properties.find(({ name }) => left === `properties.${name}` || left === `custom("${name}")`);
  if (property !== undefined) return property.values;
  return Object.hasOwn(known.values, left) ? (known.values[left] ?? []) : [];
}

function offersOfValue(context: Extract<CompletionContext, { expects: "value" }>, known: Known): Offer[] {
  const values = valuesOf(context.left, known).map((value) => offer("value", JSON.stringify(value), ""));
  const functions = allFunctions.filter(({ name }) => !name.includes("."));
  return [
    ...values,
    ...fieldNames.map((name) => offer("field", name, "of every entity")),
    ...known.properties.map(({ name, title }) => offer("property", `properties.${name}`, title)),
    ...pathRoots.map((name) => offer("field", name, "a document of the entity")),
    ...functions.map((definition) => offerFunction(definition, definition.name)),
    ...known.relations.map((name) =>
      offer("function", `count(${wordExpression.test(name) ? name : JSON.stringify(name)})`, "how many relations"),
    ),
    ...[...namespaces].map((name) => offer("function", name, "has functions", `${name}.`)),
    ...["not", "true", "false", "null"].map((word) => offer("word", word, "")),
  ];
}

function offersOf(context: CompletionContext, known: Known): Offer[] {
  switch (context.expects) {
    case "member":
      return offersOfMember(context, known);
    case "operator":
      return offersOfOperator(context);
    case "text":
      return valuesOf(context.left, known).map((value) =>
        offer("value", String(value), "", JSON.stringify(String(value)).slice(1, -1)),
      );
    default:
      return offersOfValue(context, known);
  }
}

/** What could be written at a place of a text: what begins as what has been typed, then what has it inside. */
export function completeQuery(text: string, cursor: number, known: Known): Completion {
  const types: PropertyTypes = Object.fromEntries(known.properties.map(({ name, type }) => [name, type]));
  const context = completionContext(text.slice(0, cursor), types);
  const word = context.word.toLowerCase();
  const rank = ({ label }: Offer) => {
    const place = label.toLowerCase().indexOf(word);
    return place < 0 ? 2 : Math.min(place, 1);
  };
  const fitting = offersOf(context, known).filter((candidate) => rank(candidate) < 2);
  const offers = [0, 1].flatMap((wanted) => fitting.filter((candidate) => rank(candidate) === wanted));
  return { from: context.from, to: cursor, offers: offers.slice(0, most) };
}
