"use client";
import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { ofProperties, ofRelations } from "#components/catalog/columns/member-ids.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Later } from "#components/ui/later.tsx";
import { Several } from "#components/ui/several.ts";
import * as words from "#components/words/catalog/blueprints/column-fields.ts";
import type { CommonColumn } from "#lib/catalog/blueprints/schema.ts";

type Props = {
  definition: NonNullable<BlueprintDraft["definition"]>;
  error: string | undefined;
  onChange: (columns: string[]) => void;
};

/** Which columns the list of a kind has of itself. */
export function ColumnFields({ definition, error, onChange }: Props) {
  const { properties = [], derived = [], relations = [], columns = [] } = definition;
  const members = (prefix: string, named: { identifier: string; title: string }[]) =>
    named.map(({ identifier, title }) => ({ value: `${prefix}${identifier}`, label: title || identifier }));
  const options = [
    ...Object.entries<string>(words.common satisfies Record<CommonColumn, string>).map(([value, label]) => ({
      value,
      label,
    })),
    ...members(ofProperties, [...properties, ...derived]),
    // An owner has a column of its own.
    ...members(
      ofRelations,
      relations.filter(({ identifier }) => identifier !== "ownedBy"),
    ),
  ];
  const titles = new Map(options.map(({ value, label }) => [value, label]));
  return (
    <Field label={words.label} hint={columns.length === 0 ? words.usual : words.hint} error={error}>
      <Later
        part={Several}
        waiting={<Input disabled />}
        props={{
          options,
          value: columns.map((value) => ({ value, label: titles.get(value) ?? value })),
          onValueChange: (chosen) => onChange(chosen.map(({ value }) => value)),
        }}
      />
    </Field>
  );
}
