import type { ReactNode } from "react";
import { isCut } from "#components/catalog/columns/is-cut.ts";
import { isMemberId, ofProperties, ofRelations } from "#components/catalog/columns/member-ids.ts";
import { type CellRule, PropertyCell } from "#components/catalog/columns/property-cell.tsx";
import { RelationCell } from "#components/catalog/columns/relation-cell.tsx";
import { PendingMark } from "#components/catalog/derived/pending-mark.tsx";
import { type FormField, propertyField } from "#components/catalog/entity-form/form-fields.ts";
import { EditableCell } from "#components/catalog/inline/editable-cell.tsx";
import type { Named } from "#components/catalog/properties/formatted-value.tsx";
import type { ColumnDefinition } from "#components/patterns/data-table/build-table.ts";
import * as words from "#components/words/catalog/columns/member-columns.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import type { DerivedProperty } from "#lib/catalog/derived/schema.ts";
import type { ListedEntity } from "#lib/catalog/entities/entity-views.ts";

type Definition = Pick<BlueprintDefinition, "properties" | "derived" | "relations" | "allowsOthers">;
export type MembersInput = {
  org: string;
  /** What the listed kind is made of; null for a list of every kind. */
  definition: Definition | null;
  /** Columns that the address asks for. Also what the kind does not describe can be shown. */
  asked: string[];
  named: Named;
  isEditable: boolean;
};

const choosable = { isExtra: true, phone: false } as const;

/** The columns of a kind's own: its properties, what is derived, and its relations. Nothing sorts by them: no index has their order. */
export function memberColumns({
  org,
  definition,
  asked,
  named,
  isEditable,
}: MembersInput): ColumnDefinition<ListedEntity>[] {
  if (definition === null) return [];
  const properties = definition.properties.map((property): ColumnDefinition<ListedEntity> => {
    const id = `${ofProperties}${property.identifier}`;
    const field = isEditable ? editableField(definition, id) : undefined;
    return {
      ...choosable,
      id,
      header: property.title,
      about: words.property,
      align: alignOf(property),
      cell: (row) => {
        const value = listedValue(row, id);
        const shown = <PropertyCell org={org} rule={property} value={value} named={named} />;
        return field === undefined || isCut(value) ? (
          shown
        ) : (
          <EditableCell field={id} line={alignOf(property) ?? "start"}>
            {shown}
          </EditableCell>
        );
      },
    };
  });
  const derived = definition.derived.map((property): ColumnDefinition<ListedEntity> => {
    const id = `${ofProperties}${property.identifier}`;
    const rule = property.kind === "calculated" ? ruleOf(property) : undefined;
    return {
      ...choosable,
      id,
      header: property.title,
      about: words.kinds[property.kind],
      align: property.kind === "aggregated" ? "end" : rule === undefined ? undefined : alignOf(rule),
      cell: (row) =>
        withPending(row, <PropertyCell org={org} rule={rule} value={listedValue(row, id)} named={named} />),
    };
  });
  const relations = definition.relations
    // An owner has a column of its own.
    .filter(({ identifier }) => identifier !== "ownedBy")
    .map(
      ({ identifier, title }): ColumnDefinition<ListedEntity> => ({
        ...choosable,
        id: `${ofRelations}${identifier}`,
        header: title,
        about: words.relation,
        cell: (row) => <RelationCell org={org} ends={row.relations?.[identifier]} />,
      }),
    );
  const known = [...properties, ...derived, ...relations];
  const others = asked
    .filter((id) => isMemberId(id) && !known.some((column) => column.id === id))
    .map(
      (id): ColumnDefinition<ListedEntity> => ({
        ...choosable,
        id,
        header: id.slice(id.indexOf(".") + 1),
        about: words.notDescribed,
        cell: (row) =>
          id.startsWith(ofRelations) ? (
            <RelationCell org={org} ends={row.relations?.[id.slice(ofRelations.length)]} />
          ) : (
            <PropertyCell org={org} rule={undefined} value={listedValue(row, id)} named={named} />
          ),
      }),
    );
  return [...known, ...others];
}

/** What the shown columns of properties are filled in with where they can be changed in their cell. */
export function editableMembers(definition: Definition | null, shown: string[]): FormField[] {
  return definition === null ? [] : shown.flatMap((id) => editableField(definition, id) ?? []);
}

// What is filled in on one line, or chosen. Longer things want the room of a form.
const ofOneCell = new Set<FormField["control"]>(["text", "number", "yes-no", "choice", "choices", "named", "lines"]);

function editableField({ properties }: Definition, id: string): FormField | undefined {
  const property = properties.find(({ identifier }) => `${ofProperties}${identifier}` === id);
  if (property === undefined) return undefined;
  const field = propertyField(property);
  return ofOneCell.has(field.control) ? field : undefined;
}

function listedValue(row: ListedEntity, id: string): unknown {
  return row.properties?.[id.slice(ofProperties.length)];
}

function ruleOf({ type, format }: Extract<DerivedProperty, { kind: "calculated" }>): CellRule {
  return { type, format };
}

function alignOf({ type, options }: Pick<CellRule, "type" | "options">): "end" | undefined {
  return type === "number" && options === undefined ? "end" : undefined;
}

// What is not current is never shown as if it were.
function withPending({ pendingSince }: ListedEntity, shown: ReactNode): ReactNode {
  return pendingSince === null ? (
    shown
  ) : (
    <span className="flex items-center gap-1.5">
      <span className="text-text-3">{shown}</span>
      <PendingMark pendingSince={pendingSince} />
    </span>
  );
}
