"use client";
import { useRouter } from "next/navigation";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/catalog/history/changes-list.tsx";

type Props = { href: string; field: string | undefined; fields: { value: string; label: string }[] };

/** Narrows the changes to those of one field. */
export function FieldFilter({ href, field, fields }: Props) {
  const router = useRouter();
  const known =
    field === undefined || fields.some(({ value }) => value === field) ? [] : [{ value: field, label: field }];
  return (
    <div className="max-w-64">
      <Field label={words.field}>
        <Select
          items={[{ value: "", label: words.everyField }, ...known, ...fields]}
          value={field ?? ""}
          onValueChange={(next) => router.push(next === "" ? href : `${href}&field=${encodeURIComponent(next)}`)}
        />
      </Field>
    </div>
  );
}
