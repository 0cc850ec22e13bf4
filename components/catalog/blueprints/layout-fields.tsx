"use client";
import type { SectionDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { MemberRows } from "#components/catalog/blueprints/member-rows.tsx";
import { atIndex, type OnUpdate } from "#components/catalog/blueprints/update.ts";
import { Field } from "#components/ui/field.tsx";
import { LayoutList } from "#components/ui/icons.tsx";
import { Input } from "#components/ui/input.tsx";
import { Later } from "#components/ui/later.tsx";
import { Several } from "#components/ui/several.ts";
import * as words from "#components/words/catalog/blueprints/layout-fields.ts";

type Props = {
  layout: SectionDraft[];
  /** What can be shown, entered and derived. */
  properties: { identifier: string; title: string }[];
  errorOf: (path: string) => string | undefined;
  onChange: OnUpdate<SectionDraft[]>;
};

/** The headings of the overview and of forms, and which properties stand under each. */
export function LayoutFields({ layout, properties, errorOf, onChange }: Props) {
  const options = properties.map(({ identifier, title }) => ({ value: identifier, label: title || identifier }));
  const titles = new Map(options.map(({ value, label }) => [value, label]));
  return (
    <MemberRows
      label={words.sections}
      items={layout}
      onChange={onChange}
      create={() => ({ title: "", properties: [] })}
      addLabel={words.add}
      emptyText={words.empty}
      rowOf={(section, index) => ({
        icon: <LayoutList aria-hidden />,
        title: section.title,
        about: section.properties.map((name) => titles.get(name) ?? name).join(", ") || words.nothing,
        hasProblem: errorOf(`${index}`) !== undefined,
      })}
      form={(section, index) => (
        <>
          <Field label={words.title} error={errorOf(`${index}.title`)}>
            <Input
              value={section.title}
              autoComplete="off"
              onChange={({ target: { value: title } }) => atIndex(onChange, index)((now) => ({ ...now, title }))}
            />
          </Field>
          <Field label={words.properties} hint={words.propertiesHint} error={errorOf(`${index}.properties`)}>
            <Later
              part={Several}
              waiting={<Input disabled />}
              props={{
                options,
                value: section.properties.map((value) => ({ value, label: titles.get(value) ?? value })),
                onValueChange: (chosen) =>
                  atIndex(onChange, index)((now) => ({ ...now, properties: chosen.map(({ value }) => value) })),
              }}
            />
          </Field>
        </>
      )}
    />
  );
}
