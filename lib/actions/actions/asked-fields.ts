import { answersFulfil } from "#lib/actions/actions/answers-fulfil.ts";
import type { InputSchema } from "#lib/actions/actions/schema.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

/** What a person filled in, made ready: defaults filled in, answers to questions that are not asked left out. */
export type CheckedInput = { value: Record<string, unknown>; problems: FieldProblem[] };

/** The fields that are asked, given the answers so far: those of the schema and those whose condition holds. */
export function askedFields(
  schema: InputSchema,
  answers: Record<string, unknown>,
): { properties: Record<string, InputSchema>; required: string[] } {
  const properties = { ...schema.properties };
  const required = new Set(schema.required);
  const withDefaults = { ...defaultsOf(properties), ...answers };
  for (const more of schema.asked ?? []) {
    if (!answersFulfil(more.when, withDefaults)) continue;
    Object.assign(properties, more.properties);
    for (const name of more.required) required.add(name);
  }
  return { properties, required: [...required] };
}

/** Fills in defaults and says which answers are needed and not there. Whether an answer is right is for `checkInput`, which is larger. */
export function readAnswers(schema: InputSchema, answers: Record<string, unknown>): CheckedInput {
  const { properties, required } = askedFields(schema, answers);
  const value: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(properties)) {
    const answer = answers[name] === undefined ? property.default : answers[name];
    if (answer !== undefined) value[name] = answer;
  }
  const problems = required
    .filter((name) => value[name] === undefined)
    .map((name) => ({ path: name, message: `${properties[name]?.title ?? name} is needed` }));
  return { value, problems };
}

function defaultsOf(properties: Record<string, InputSchema>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) =>
      property.default === undefined ? [] : [[name, property.default]],
    ),
  );
}
