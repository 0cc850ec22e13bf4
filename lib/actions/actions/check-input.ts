import { type Schema, Validator } from "@cfworker/json-schema";
import { askedFields, type CheckedInput, readAnswers } from "#lib/actions/actions/asked-fields.ts";
import type { InputSchema } from "#lib/actions/actions/schema.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

// Where several keywords are broken at one place, the first of these says it best.
const telling = [
  "required",
  "type",
  "oneOf",
  "enum",
  "const",
  "minLength",
  "maxLength",
  "pattern",
  "minimum",
  "maximum",
  "format",
];

/**
 * Checks answers against an action's schema. The same function runs in the browser and on the server; it interprets the schema and
 * never makes code of it. `path` of a problem is the name of the field.
 */
export function checkInput(schema: InputSchema, answers: Record<string, unknown>): CheckedInput {
  const { properties } = askedFields(schema, answers);
  const { value, problems: missing } = readAnswers(schema, answers);
  const problems: FieldProblem[] = Object.keys(answers)
    .filter((name) => !isKnownField(schema, name))
    .map((name) => ({ path: name, message: "This action asks for nothing of that name; leave it out" }));
  problems.push(...missing);
  for (const [name, answer] of Object.entries(value)) {
    const property = properties[name];
    const message = property === undefined ? null : problemOf(property, answer);
    if (message !== null) problems.push({ path: name, message });
  }
  return { value, problems };
}

function problemOf(property: InputSchema, answer: unknown): string | null {
  const { valid, errors } = new Validator(property as Schema, "7", false).validate(answer);
  if (valid) return null;
  const keyword = telling.find((candidate) => errors.some((error) => error.keyword === candidate)) ?? "";
  return property.errorMessage?.[keyword] ?? sentenceOf(property, keyword);
}

function sentenceOf(property: InputSchema, keyword: string): string {
  if (keyword === "oneOf" || keyword === "enum" || keyword === "const") {
    const choices = property.enum ?? property.oneOf?.map((choice) => choice.const) ?? [];
    return `Choose one of ${choices.join(", ")}`;
  }
  if (keyword === "type")
    return property.type === "integer"
      ? "Use a whole number"
      : property.type === "number"
        ? "Use a number"
        : `Use ${property.type ?? "another value"}`;
  if (keyword === "minLength") return `Use at least ${property.minLength} characters`;
  if (keyword === "maxLength") return `Use at most ${property.maxLength} characters`;
  if (keyword === "minimum") return `Use ${property.minimum} or more`;
  if (keyword === "maximum") return `Use ${property.maximum} or less`;
  return "This cannot be used here; change it";
}

function isKnownField(schema: InputSchema, name: string): boolean {
  const places = [schema, ...(schema.asked ?? [])];
  return places.some((place) => Object.hasOwn(place.properties ?? {}, name));
}
