"use client";
import { type PropertyDraft, valueWords } from "#components/catalog/blueprints/blueprint-draft.ts";
import { MemberRows } from "#components/catalog/blueprints/member-rows.tsx";
import { OptionMark } from "#components/catalog/blueprints/option-color.tsx";
import { PropertyForm } from "#components/catalog/blueprints/property-form.ts";
import { atIndex, type OnUpdate } from "#components/catalog/blueprints/update.ts";
import { ValueIcon } from "#components/catalog/blueprints/value-icon.tsx";
import { Later } from "#components/ui/later.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/blueprints/property-rows.ts";

type Props = {
  label: string;
  properties: PropertyDraft[];
  /** As they are in the catalog: entities may have those. */
  stored: PropertyDraft[];
  isOfRelation?: boolean | undefined;
  addLabel: string;
  emptyText: string;
  /** What is wrong at a path such as `2.title`. */
  errorOf: (path: string) => string | undefined;
  onChange: OnUpdate<PropertyDraft[]>;
};

/** The properties of a kind, or of a relation: a row for each, which opens to its form. */
export function PropertyRows(props: Props) {
  const { label, properties, stored, isOfRelation, addLabel, emptyText, errorOf, onChange } = props;
  return (
    <MemberRows
      label={label}
      items={properties}
      onChange={onChange}
      create={(): PropertyDraft => ({ identifier: "", title: "", type: "string" })}
      addLabel={addLabel}
      later={PropertyForm}
      emptyText={emptyText}
      rowOf={(property, index) => ({
        icon: <ValueIcon type={property.type} format={property.format} />,
        title: property.title,
        name: property.identifier,
        about: valueWords(property),
        pills: <PropertyPills property={property} />,
        hasProblem: errorOf(`${index}`) !== undefined,
      })}
      form={(property, index) => (
        <Later
          part={PropertyForm}
          props={{
            property,
            isStored: stored.some(({ identifier }) => identifier === property.identifier),
            isOfRelation,
            errorOf: (path) => errorOf(path === "" ? `${index}` : `${index}.${path}`),
            onChange: atIndex(onChange, index),
          }}
        />
      )}
    />
  );
}

const shownColors = 6;

function PropertyPills({ property }: { property: PropertyDraft }) {
  // Blocks have no identity but their place.
  const colors = (property.options ?? []).slice(0, shownColors).map(({ color }, place) => ({ color, key: `${place}` }));
  return (
    <>
      {property.isRequired ? <Pill>{words.needed}</Pill> : null}
      {colors.some(({ color }) => color !== undefined) ? (
        <span className="flex gap-[3px]">
          {colors.map(({ color, key }) => (
            <OptionMark key={key} color={color} />
          ))}
        </span>
      ) : null}
    </>
  );
}
