"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import { FieldControl } from "#components/catalog/entity-form/field-control.tsx";
import type { FormField, FormSection } from "#components/catalog/entity-form/form-fields.ts";
import { type Choice, type FormValues, toPatch } from "#components/catalog/entity-form/form-values.ts";
import { type LostUpdate, LostUpdatePanel, lostUpdateOf } from "#components/catalog/entity-form/lost-update.tsx";
import { SaysWho } from "#components/catalog/entity-form/says-who.tsx";
import { entityHref } from "#components/catalog/entity-href.ts";
import { hyphenated } from "#components/catalog/names-from-titles.ts";
import { FootBar } from "#components/patterns/foot-bar.tsx";
import { Section } from "#components/patterns/section.tsx";
import { UnsavedWarning } from "#components/patterns/unsaved-warning.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/catalog/entity-form/entity-form.ts";
import type { EntityPatch } from "#lib/catalog/entities/schema.ts";
import type { FieldProblem, MutationResult } from "#lib/kernel/errors.ts";

/** Who says what about a field at the moment, and what it would go back to. */
export type FieldSource = { by: string; isByHand: boolean; goesBackTo: string | Choice[] | null };

type Common = { org: string; kind: { identifier: string; title: string }; sections: FormSection[]; values: FormValues };
type Saved = { version: number; overruled?: string[] };
type Props = Common &
  (
    | { create: (input: EntityPatch & { identifier: string }) => Promise<MutationResult<Saved>>; edit?: never }
    | {
        create?: never;
        edit: {
          identifier: string;
          version: number;
          sources: Record<string, FieldSource>;
          save: (patch: EntityPatch & { expectedVersion: number }) => Promise<MutationResult<Saved>>;
        };
      }
  );

/** The form of an entity, made from what its kind is made of. What was typed stays until it is saved, whatever is refused meanwhile. */
export function EntityForm(props: Props) {
  const { org, kind, sections, create, edit } = props;
  const router = useRouter();
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  /** What the edits here are made to: how it was when the form was opened, or how somebody else saved it meanwhile. */
  const [before, setBefore] = useState(props.values);
  const [values, setValues] = useState(before);
  /** What somebody wrote; until then it follows the title. */
  const [written, setIdentifier] = useState<string | null>(null);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [lost, setLost] = useState<LostUpdate | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { title = "" } = values;
  const identifier = written ?? (typeof title === "string" ? hyphenated(title) : "");
  const fields = sections.flatMap((section) => section.fields);
  const change = (path: string, value: string | Choice[]) => setValues((earlier) => ({ ...earlier, [path]: value }));

  useEffect(() => {
    if (problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { patch, problems: unreadable } = toPatch(fields, before, values);
    if (unreadable.length > 0) return setProblems(unreadable);
    setIsBusy(true);
    const result =
      edit === undefined
        ? await create({ ...patch, identifier })
        : await edit.save({ ...patch, expectedVersion: lost?.version ?? edit.version });
    setIsBusy(false);
    if (!result.ok) {
      const theirs = lostUpdateOf(result.problem, fields, values);
      if (theirs !== null) {
        setLost(theirs);
        setBefore(theirs.values);
        setValues(rebase({ fields, before, values }, theirs.values));
        return setProblems([]);
      }
      const named = result.problem.fields ?? [];
      if (named.length === 0 || !named.some(({ path }) => isShown(fields, path)))
        toast({ title: result.problem.detail, tone: "bad" });
      return setProblems(named);
    }
    const overruled = result.data.overruled ?? [];
    toast(
      overruled.length === 0
        ? { title: words.saved, tone: "ok" }
        : {
            title: words.savedButOverruled,
            description: overruled.join(", "),
            tone: "warn",
          },
    );
    router.push(entityHref(org, { blueprint: kind.identifier, identifier: edit?.identifier ?? identifier }));
    router.refresh();
  }

  const errorOf = (path: string) =>
    problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))?.message;
  const cancelHref =
    edit === undefined
      ? `/${org}/catalog?blueprint=${kind.identifier}`
      : entityHref(org, { blueprint: kind.identifier, identifier: edit.identifier });
  return (
    <form ref={form} noValidate className="flex flex-1 flex-col" onSubmit={submit}>
      <UnsavedWarning />
      <div className="grid w-full max-w-[760px] gap-8 p-6 phone:gap-6 phone:p-4">
        {lost === null ? null : <LostUpdatePanel lost={lost} fields={fields} values={values} onTake={change} />}
        {sections.map(({ title: heading, fields: inside }) => (
          <Section key={heading} title={heading}>
            <div className="grid gap-5 pt-2">
              {inside.map((field) => (
                <Fragment key={field.path}>
                  <OneField
                    field={field}
                    error={errorOf(field.path)}
                    about={edit?.sources[field.path]}
                    onBack={(value) => change(field.path, value)}
                  >
                    <FieldControl
                      org={org}
                      field={field}
                      value={values[field.path] ?? ""}
                      onChange={(value) => change(field.path, value)}
                    />
                  </OneField>
                  {create !== undefined && field.path === "title" ? (
                    <Field label={words.identifier} hint={words.howItIsAddressed} error={errorOf("identifier")}>
                      <Input
                        value={identifier}
                        autoComplete="off"
                        mono
                        onChange={(event) => setIdentifier(event.target.value)}
                      />
                    </Field>
                  ) : null}
                </Fragment>
              ))}
            </div>
          </Section>
        ))}
      </div>
      <FootBar
        start={
          <Button variant="ghost" href={cancelHref}>
            {words.cancel}
          </Button>
        }
        note={edit === undefined ? undefined : words.keptOverFiles}
        end={
          <Button type="submit" variant="primary" busy={isBusy}>
            {edit === undefined ? words.create(kind.title) : words.save}
          </Button>
        }
      />
    </form>
  );
}

/** What was edited here stays; everything else becomes what the other one saved. */
function rebase(form: { fields: FormField[]; before: FormValues; values: FormValues }, theirs: FormValues): FormValues {
  const isEdited = (path: string) => JSON.stringify(form.before[path]) !== JSON.stringify(form.values[path]);
  return Object.fromEntries(
    form.fields.map(({ path }) => [path, (isEdited(path) ? form.values[path] : theirs[path]) ?? ""]),
  );
}

type OneFieldProps = {
  field: FormField;
  error: string | undefined;
  about: FieldSource | undefined;
  onBack: (value: string | Choice[]) => void;
  children: ReactNode;
};

function OneField({ field, error, about, onBack, children }: OneFieldProps) {
  return (
    <Field
      label={field.label}
      hint={field.hint}
      error={error}
      optional={!field.isRequired}
      aside={about === undefined ? undefined : <SaysWho about={about} onBack={onBack} />}
    >
      {children}
    </Field>
  );
}

function isShown(fields: FormField[], path: string): boolean {
  return path === "identifier" || fields.some((field) => path === field.path || path.startsWith(`${field.path}.`));
}
