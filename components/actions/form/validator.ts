import { type Schema, Validator } from "@cfworker/json-schema";
import type { RJSFSchema, ValidatorType } from "@rjsf/utils";

type Answers = Record<string, unknown>;

/**
 * The form library's validator without `eval`, as the content security policy forbids it. It only answers whether something holds: the
 * sentences under the fields come from `checkInput`, which the server uses as well.
 */
export const validator: ValidatorType<Answers> = {
  isValid: (schema, answers) => holds(schema, answers),
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] }),
};

function holds(schema: RJSFSchema, answers: unknown): boolean {
  return new Validator(schema as Schema, "7").validate(answers).valid;
}
