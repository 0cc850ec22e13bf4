"use client";
import { withTheme } from "@rjsf/core";
import type { ErrorSchema, RJSFSchema, UiSchema } from "@rjsf/utils";
import { useMemo } from "react";
import type { FormContext } from "#components/actions/form/form-context.ts";
import { FieldTemplate, ObjectFieldTemplate } from "#components/actions/form/templates.tsx";
import { validator } from "#components/actions/form/validator.ts";
import { type Answers, widgets } from "#components/actions/form/widgets.tsx";
import type { InputSchema } from "#lib/actions/actions/schema.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

const ThemedForm = withTheme<Answers, RJSFSchema, FormContext>({
  widgets,
  templates: { FieldTemplate, ObjectFieldTemplate },
});

export type ActionPageFormProps = {
  schema: InputSchema;
  uiSchema: Record<string, unknown>;
  answers: Answers;
  onAnswers: (answers: Answers) => void;
  /** The problems that are shown. */
  problems: FieldProblem[];
  context: FormContext;
  isDisabled: boolean;
  onSubmit: () => void;
};

/** The questions of one page of an action's form. */
export function ActionPageForm(props: ActionPageFormProps) {
  const { schema, uiSchema, answers, onAnswers, problems, context, isDisabled, onSubmit } = props;
  const extraErrors = useMemo(() => {
    const entries = problems.map(({ path, message }) => [path, { __errors: [message] }]);
    return Object.fromEntries(entries) as ErrorSchema<Answers>;
  }, [problems]);
  return (
    <ThemedForm
      schema={schema as RJSFSchema}
      uiSchema={uiSchema as UiSchema<Answers, RJSFSchema, FormContext>}
      formData={answers}
      formContext={context}
      validator={validator}
      extraErrors={extraErrors}
      disabled={isDisabled}
      noHtml5Validate
      showErrorList={false}
      onChange={(event) => onAnswers(event.formData ?? {})}
      onSubmit={() => onSubmit()}
    >
      <button type="submit" hidden>
        Continue
      </button>
    </ThemedForm>
  );
}
