"use client";
import { numberOrText, type PropertyDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { jsonOrText, WrittenInput } from "#components/catalog/blueprints/written-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/catalog/blueprints/default-field.ts";

export type DefaultFieldProps = {
  property: PropertyDraft;
  error: string | undefined;
  onChange: (value: unknown) => void;
};

/** What a property is when nobody says otherwise, chosen or written as its type wants it. */
export function DefaultField({ property, error, onChange }: DefaultFieldProps) {
  const { type, format } = property;
  return (
    <Field
      label={words.label}
      hint={type === "array" || type === "object" ? words.asJson : undefined}
      error={error}
      optional
      className={type === "array" || type === "object" ? "col-span-full" : undefined}
    >
      <DefaultControl key={`${type} ${format}`} property={property} onChange={onChange} />
    </Field>
  );
}

function DefaultControl({ property, onChange }: Omit<DefaultFieldProps, "error">) {
  const { type, options, default: value } = property;
  if (type === "boolean" || options !== undefined) {
    const choices =
      options === undefined
        ? words.yesNo
        : options.map((option) => ({
            value: JSON.stringify(option.value),
            label: option.title ?? String(option.value),
          }));
    return (
      <Select
        value={value === undefined ? "" : JSON.stringify(value)}
        items={[{ value: "", label: words.none }, ...choices]}
        onValueChange={(next) => onChange(next === "" ? undefined : (JSON.parse(next) as unknown))}
      />
    );
  }
  if (type === "number")
    return <WrittenInput value={value} read={numberOrText} inputMode="decimal" onChange={onChange} />;
  if (type === "string") return <WrittenInput value={value} read={String} onChange={onChange} />;
  return <WrittenInput value={value} read={jsonOrText} rows={2} onChange={onChange} />;
}
