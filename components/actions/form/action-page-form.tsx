"use client";
import type { ReactNode } from "react";
import { AnswerControl } from "#components/actions/form/answer-control.tsx";
import { type Answers, type FormContext, type Question, questionsOf } from "#components/actions/form/form-context.ts";
import { Because, Field } from "#components/ui/field.tsx";
import * as words from "#components/words/actions/form/action-page-form.tsx";
import type { InputSchema } from "#lib/actions/actions/schema.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

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

/** The questions of one page of an action's form. Those that an answer brought stand together behind an edge that says which answer it was. */
export function ActionPageForm(props: ActionPageFormProps) {
  const { schema, uiSchema, answers, onAnswers, problems, context, isDisabled, onSubmit } = props;
  const questions = questionsOf(schema, uiSchema);
  const contentOf = (question: Question) => (
    <OneQuestion key={question.name} question={question} error={problemOf(problems, question.name)}>
      <AnswerControl
        question={question}
        value={answers[question.name]}
        onChange={(answer) => onAnswers({ ...answers, [question.name]: answer })}
        isDisabled={isDisabled}
        context={context}
      />
    </OneQuestion>
  );
  return (
    <form
      noValidate
      className="grid max-w-[640px] gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {neighbours(questions).map((group) => {
        const because = group[0]?.because;
        if (because === undefined) return group.map(contentOf);
        return (
          <Because key={group.map((question) => question.name).join()} because={reasonOf(because, schema, answers)}>
            {group.map(contentOf)}
          </Because>
        );
      })}
      <button type="submit" hidden>
        {words.continueLabel}
      </button>
    </form>
  );
}

type OneQuestionProps = { question: Question; error: string | undefined; children: ReactNode };

function OneQuestion({ question, error, children }: OneQuestionProps) {
  const { name, property, control, isRequired } = question;
  return (
    <div data-field={name} className="min-w-0 scroll-mt-16 scroll-mb-24">
      <Field
        label={property.title ?? name}
        hint={property.description}
        error={error}
        optional={!isRequired}
        group={control === "cards" || control === "checkbox"}
      >
        {children}
      </Field>
    </div>
  );
}

function problemOf(problems: FieldProblem[], name: string): string | undefined {
  return problems.find((problem) => problem.path === name)?.message;
}

/** Questions one after another that the same answer brought, together; any other alone. */
function neighbours(questions: Question[]): Question[][] {
  const groups: Question[][] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (question.because !== undefined && last?.[0]?.because === question.because) last.push(question);
    else groups.push([question]);
  }
  return groups;
}

function reasonOf(name: string, schema: InputSchema, answers: Answers): ReactNode {
  const property = schema.properties?.[name];
  if (property === undefined) return words.becauseOfAnAnswerBefore;
  const choice = property.oneOf?.find((one) => one.const === answers[name]);
  return (
    <>{words.becauseTheIs(property.title?.toLowerCase() ?? name, <b>{choice?.title ?? String(answers[name])}</b>)}</>
  );
}
