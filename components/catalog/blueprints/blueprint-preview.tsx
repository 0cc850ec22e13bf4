"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { BlueprintIcon } from "#components/catalog/blueprint-icon.tsx";
import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { FieldControl } from "#components/catalog/entity-form/field-control.tsx";
import { type FormSection, formSections } from "#components/catalog/entity-form/form-fields.ts";
import { type Choice, type FormValues, toValues } from "#components/catalog/entity-form/form-values.ts";
import { Field } from "#components/ui/field.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/catalog/blueprints/blueprint-preview.ts";
import { BlueprintInput } from "#lib/catalog/blueprints/schema.ts";

export type BlueprintPreviewProps = { org: string; draft: BlueprintDraft };

type Shown = { key: string; sections: FormSection[]; defaults: FormValues };

/** The form of something of this kind, as the kind is being written. It can be tried out; nothing of it is sent. */
export function BlueprintPreview({ org, draft: newest }: BlueprintPreviewProps) {
  const draft = useDeferredValue(newest);
  /** As it last was right: while something is half written the preview stays. */
  const [shown, setShown] = useState<Shown | null>(null);
  const [values, setValues] = useState<FormValues>({});
  const next = useMemo(() => read(draft), [draft]);
  if (next !== null && next.key !== shown?.key) {
    setShown(next);
    setValues({});
  }
  return (
    <Panel title={words.title} more={next === null ? words.waiting : words.note} className="overflow-hidden">
      <div className="flex items-center gap-3 border-b border-line px-4 py-3">
        <Glyph icon={<BlueprintIcon icon={draft.icon ?? "box"} />} />
        <p className="cut min-w-0 font-550">{words.newThing(draft.title)}</p>
      </div>
      <div className="grid max-h-[calc(100vh-232px)] gap-6 overflow-y-auto p-4 phone:max-h-none">
        {shown?.sections.map(({ title, fields }) => (
          <div key={title} className="grid gap-4">
            <h3 className="text-12 font-600 text-text-2">{title}</h3>
            {fields.map((field) => (
              <Field key={field.path} label={field.label} hint={field.hint} optional={!field.isRequired}>
                <FieldControl
                  org={org}
                  field={field}
                  value={values[field.path] ?? shown.defaults[field.path] ?? ""}
                  onChange={(value: string | Choice[]) => setValues((earlier) => ({ ...earlier, [field.path]: value }))}
                />
              </Field>
            ))}
          </div>
        ))}
      </div>
    </Panel>
  );
}

function read(draft: BlueprintDraft): Shown | null {
  const result = BlueprintInput.shape.definition.safeParse(draft.definition ?? {});
  if (!result.success) return null;
  const definition = result.data;
  const sections = formSections(definition);
  const said = new Map(
    definition.properties.map((property) => [`properties.${property.identifier}`, property.default] as const),
  );
  const fields = sections.flatMap((section) => section.fields);
  return { key: JSON.stringify(definition), sections, defaults: toValues(fields, said, (reference) => reference) };
}
