"use client";
import {
  type PropertyDraft,
  type ValueKind,
  valueKindOf,
  withValueKind,
} from "#components/catalog/blueprints/blueprint-draft.ts";
import type { DefaultFieldProps } from "#components/catalog/blueprints/default-field.tsx";
import { NameFields } from "#components/catalog/blueprints/name-fields.tsx";
import { type OnUpdate, setter } from "#components/catalog/blueprints/update.ts";
import { ItemFields, itemKinds, LimitFields, Options } from "#components/catalog/blueprints/value-fields.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import * as kindWords from "#components/words/catalog/blueprints/blueprint-draft.ts";
import * as words from "#components/words/catalog/blueprints/property-fields.ts";

const Default = new LaterPart<DefaultFieldProps>(
  async () => (await import("#components/catalog/blueprints/default-field.tsx")).DefaultField,
);

export type PropertyFieldsProps = {
  property: PropertyDraft;
  /** Whether entities may have values under this name already. */
  isStored: boolean;
  /** Whether it is said of a relation: then it has no default. */
  isOfRelation?: boolean | undefined;
  errorOf: (path: string) => string | undefined;
  onChange: OnUpdate<PropertyDraft>;
};

const propertyKinds: ValueKind[] = [
  ...itemKinds.filter((kind) => kind !== "object"),
  "array",
  "object",
  "object/yaml",
  "object/openapi",
  "object/asyncapi",
];

/** Everything about one property. */
export function PropertyFields({ property, isStored, isOfRelation, errorOf, onChange }: PropertyFieldsProps) {
  const set = setter(onChange);
  const kind = valueKindOf(property);
  const kinds = propertyKinds.includes(kind) ? propertyKinds : [...propertyKinds, kind];
  return (
    <>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <NameFields
          names={property}
          isStored={isStored}
          storedHint={words.identifierIsStored}
          errorOf={errorOf}
          onChange={(naming) => onChange((now) => ({ ...now, ...naming(now) }))}
        />
        <Field label={words.type} error={errorOf("type") ?? errorOf("format")}>
          <Select
            value={kind}
            items={kinds.map((value) => ({ value, label: kindWords.kinds[value] ?? value }))}
            onValueChange={(value) => onChange((now) => withValueKind(now, value as ValueKind))}
          />
        </Field>
        <div className="grid content-end pb-1">
          <Checkbox
            label={words.isRequired}
            hint={words.isRequiredHint}
            checked={property.isRequired ?? false}
            onCheckedChange={(isRequired) => set({ isRequired })}
          />
        </div>
      </div>
      <Field label={words.description} hint={words.descriptionHint} error={errorOf("description")} optional>
        <Textarea
          rows={2}
          value={property.description ?? ""}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      {property.type === "array" ? (
        <ItemFields
          items={property.items}
          errorOf={(path) => errorOf(`items.${path}`)}
          onChange={(update) => onChange((now) => without({ ...now, items: update(now.items) }, "items"))}
        />
      ) : (
        <Options part={property} errorOf={errorOf} onChange={onChange} />
      )}
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        {isOfRelation ? null : (
          <Later
            part={Default}
            props={{
              property,
              error: errorOf("default"),
              onChange: (value) =>
                onChange((now) => without({ ...now, default: value as PropertyDraft["default"] }, "default")),
            }}
          />
        )}
        <LimitFields part={property} errorOf={errorOf} onChange={onChange} />
      </div>
    </>
  );
}

/** The same without a key that has nothing to say. */
function without(property: PropertyDraft, key: keyof PropertyDraft): PropertyDraft {
  const next = { ...property };
  if (next[key] === undefined) delete next[key];
  return next;
}
