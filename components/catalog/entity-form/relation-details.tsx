"use client";
import type { FormField } from "#components/catalog/entity-form/form-fields.ts";
import type { Choice } from "#components/catalog/entity-form/form-values.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/catalog/entity-form/relation-details.ts";

export type RelationDetailsProps = {
  details: NonNullable<FormField["details"]>;
  value: Choice[];
  onChange: (value: Choice[]) => void;
};

/** What is said of each relation itself: its properties, and from when to when it holds. */
export function RelationDetails({ details, value, onChange }: RelationDetailsProps) {
  const parts = [
    ...details.properties.map((property) => ({
      key: property.identifier,
      label: property.title,
      isRequired: property.isRequired,
      choices:
        property.type === "boolean"
          ? words.yesNo
          : property.options?.map(({ value, title }) => ({ value: String(value), label: title ?? String(value) })),
    })),
    ...(details.hasDates
      ? [
          { key: "since", label: words.since, isRequired: false, choices: undefined },
          { key: "until", label: words.until, isRequired: false, choices: undefined },
        ]
      : []),
  ];
  const change = (choice: Choice, key: string, text: string) =>
    onChange(value.map((other) => (other === choice ? { ...choice, said: { ...choice.said, [key]: text } } : other)));
  return value.map((choice) => (
    <fieldset key={choice.value} className="mt-2 rounded-sm border border-line p-3">
      <legend className="px-1 text-12 text-text-2">{words.about(choice.label)}</legend>
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        {parts.map(({ key, label, isRequired, choices }) => {
          const text = choice.said?.[key] ?? "";
          const isDate = details.hasDates && (key === "since" || key === "until");
          return (
            <Field key={key} label={label} optional={!isRequired}>
              {choices === undefined ? (
                <Input
                  value={text}
                  autoComplete="off"
                  placeholder={isDate ? words.dayHint : undefined}
                  onChange={(event) => change(choice, key, event.target.value)}
                />
              ) : (
                <Select
                  items={[{ value: "", label: words.notSet }, ...choices]}
                  value={text}
                  onValueChange={(next) => change(choice, key, next)}
                />
              )}
            </Field>
          );
        })}
      </div>
    </fieldset>
  ));
}
