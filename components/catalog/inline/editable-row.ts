import { isCut } from "#components/catalog/columns/is-cut.ts";
import { ofProperties } from "#components/catalog/columns/member-ids.ts";
import type { FormField } from "#components/catalog/entity-form/form-fields.ts";
import { type FormValues, toValues } from "#components/catalog/entity-form/form-values.ts";
import type { Named } from "#components/catalog/properties/formatted-value.tsx";
import type { ListedEntity } from "#lib/catalog/entities/entity-views.ts";

/** A row as a cell's editor begins with it. */
export type EditableRow = { title: string; version: number; values: FormValues };

/** What the cells of a row begin with when they are edited. */
export function editableRow(row: ListedEntity, fields: FormField[], named: Named): EditableRow {
  const { owner } = row;
  return {
    title: row.title,
    version: row.version,
    values: {
      owner: owner === null ? [] : [{ value: `${owner.blueprint}:${owner.identifier}`, label: owner.title }],
      lifecycle: row.lifecycle ?? "",
      type: row.type ?? "",
      tags: row.tags.join("\n"),
      description: row.description ?? "",
      ...memberValues(row, fields, named),
    },
  };
}

/** What the cells of properties begin with. Only the beginning of a text is none: that is changed in the form. */
function memberValues({ properties = {} }: ListedEntity, fields: FormField[], named: Named): FormValues {
  const whole = Object.entries(properties).filter(([, value]) => !isCut(value));
  const said = new Map(whole.map(([name, value]) => [`${ofProperties}${name}`, value]));
  const nameOf = (reference: string) => named.get(reference)?.title ?? reference;
  return toValues(
    fields.filter(({ path }) => said.has(path)),
    said,
    nameOf,
  );
}
