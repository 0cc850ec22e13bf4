"use client";
import type { RelationDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { NameFields } from "#components/catalog/blueprints/name-fields.tsx";
import { PropertyRows } from "#components/catalog/blueprints/property-rows.tsx";
import { type OnUpdate, setter } from "#components/catalog/blueprints/update.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Later } from "#components/ui/later.tsx";
import { Select } from "#components/ui/select.tsx";
import { Several } from "#components/ui/several.ts";
import { Textarea } from "#components/ui/textarea.tsx";
import * as words from "#components/words/catalog/blueprints/relation-fields.ts";

export type RelationFieldsProps = {
  relation: RelationDraft;
  /** How it is stored, under the same identifier; entities may have some of it. */
  stored: RelationDraft | undefined;
  kinds: { value: string; label: string }[];
  errorOf: (path: string) => string | undefined;
  onChange: OnUpdate<RelationDraft>;
};

/** Everything about one relation. */
export function RelationFields({ relation, stored, kinds, errorOf, onChange }: RelationFieldsProps) {
  const set = setter(onChange);
  const { properties = [] } = relation;
  const titles = new Map(kinds.map(({ value, label }) => [value, label]));
  return (
    <>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <NameFields
          names={relation}
          isStored={stored !== undefined}
          titleHint={words.titleHint}
          storedHint={words.identifierIsStored}
          errorOf={errorOf}
          onChange={(naming) => onChange((now) => ({ ...now, ...naming(now) }))}
        />
        <Field label={words.targets} hint={words.targetsHint} error={errorOf("targets")} className="col-span-full">
          <Later
            part={Several}
            waiting={<Input disabled />}
            props={{
              options: kinds,
              value: (relation.targets ?? []).map((value) => ({ value, label: titles.get(value) ?? value })),
              onValueChange: (chosen) => set({ targets: chosen.map(({ value }) => value) }),
              placeholder: (relation.targets ?? []).length === 0 ? words.anyKind : undefined,
            }}
          />
        </Field>
        <Field label={words.howMany} error={errorOf("isMany")}>
          <Select
            value={relation.isMany ? "many" : "one"}
            items={words.counts}
            onValueChange={(value) => set({ isMany: value === "many" })}
          />
        </Field>
        <Field label={words.inverseTitle} hint={words.inverseTitleHint} error={errorOf("inverseTitle")} optional>
          <Input
            value={relation.inverseTitle ?? ""}
            autoComplete="off"
            onChange={({ target: { value } }) => onChange((now) => withInverse(now, value))}
          />
        </Field>
      </div>
      <Field label={words.description} error={errorOf("description")} optional>
        <Textarea
          rows={2}
          value={relation.description ?? ""}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      <div className="grid gap-3">
        <Checkbox
          label={words.isRequired}
          hint={words.isRequiredHint}
          checked={relation.isRequired ?? false}
          onCheckedChange={(isRequired) => set({ isRequired })}
        />
        {errorOf("isRequired") === undefined ? null : <p className="text-12 text-bad-text">{errorOf("isRequired")}</p>}
        <Checkbox
          label={words.hasDates}
          hint={words.hasDatesHint}
          checked={relation.hasDates ?? false}
          onCheckedChange={(hasDates) => set({ hasDates })}
        />
      </div>
      <Field label={words.properties} hint={words.propertiesHint} error={errorOf("properties")} group>
        <PropertyRows
          label={words.properties}
          properties={properties}
          stored={stored?.properties ?? []}
          isOfRelation
          addLabel={words.addProperty}
          emptyText={words.noProperties}
          errorOf={(path) => errorOf(`properties.${path}`)}
          onChange={(update) => onChange((now) => ({ ...now, properties: update(now.properties ?? []) }))}
        />
      </Field>
    </>
  );
}

function withInverse({ inverseTitle: _, ...relation }: RelationDraft, inverseTitle: string): RelationDraft {
  return inverseTitle === "" ? relation : { ...relation, inverseTitle };
}
