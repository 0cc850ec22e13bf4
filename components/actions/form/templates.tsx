"use client";
import type { FieldTemplateProps, ObjectFieldTemplateProps, RJSFSchema } from "@rjsf/utils";
import type { ReactElement, ReactNode } from "react";
import { type FormContext, fieldOf } from "#components/actions/form/form-context.ts";
import type { Answers } from "#components/actions/form/widgets.tsx";
import { Because, Field } from "#components/ui/field.tsx";

/** One question. The outermost object is the page itself and gets no frame. */
export function FieldTemplate(props: FieldTemplateProps<Answers, RJSFSchema, FormContext>): ReactElement {
  const { id, label, children, rawErrors, rawDescription, required, hidden, schema, uiSchema } = props;
  if (hidden) return <div hidden>{children}</div>;
  if (schema.type === "object") return <>{children}</>;
  return (
    <div data-field={fieldOf(id)} className="min-w-0 scroll-mb-24 scroll-mt-16">
      <Field
        label={label}
        hint={rawDescription}
        error={rawErrors?.[0]}
        optional={required !== true}
        group={uiSchema?.["ui:widget"] === "cards"}
      >
        {children}
      </Field>
    </div>
  );
}

/** The questions of a page. Those that an answer brought stand together behind an edge that says which answer it was. */
export function ObjectFieldTemplate(props: ObjectFieldTemplateProps<Answers, RJSFSchema, FormContext>): ReactElement {
  const groups: { because: string | undefined; names: string[]; contents: ReactNode[] }[] = [];
  for (const { name, content } of props.properties) {
    const because = becauseOf(props.uiSchema?.[name]);
    const last = groups.at(-1);
    if (last !== undefined && last.because === because) {
      last.names.push(name);
      last.contents.push(content);
    } else groups.push({ because, names: [name], contents: [content] });
  }
  return (
    <div className="grid max-w-[640px] gap-5">
      {groups.map(({ because, names, contents }) =>
        because === undefined ? (
          <div key={names.join()} className="grid gap-5">
            {contents}
          </div>
        ) : (
          <Because key={names.join()} because={reasonOf(because, props)}>
            {contents}
          </Because>
        ),
      )}
    </div>
  );
}

function becauseOf(uiSchema: unknown): string | undefined {
  if (typeof uiSchema !== "object" || uiSchema === null) return undefined;
  const options = (uiSchema as Record<string, unknown>)["ui:options"];
  if (typeof options !== "object" || options === null) return undefined;
  const because = (options as Record<string, unknown>).because;
  return typeof because === "string" ? because : undefined;
}

function reasonOf(field: string, props: ObjectFieldTemplateProps<Answers, RJSFSchema, FormContext>): ReactNode {
  const question = props.schema.properties?.[field];
  const answer = props.registry.formContext.answers[field];
  if (typeof question !== "object") return "Because of an answer before";
  const choice = question.oneOf?.find((one) => typeof one === "object" && one.const === answer);
  const words = typeof choice === "object" ? choice.title : String(answer);
  return (
    <>
      Because the {question.title?.toLowerCase()} is <b>{words}</b>
    </>
  );
}
