"use client";
import { BasicsFields } from "#components/catalog/blueprints/basics-fields.tsx";
import type { BlueprintDraft, PropertyDraft, RelationDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { ColumnFields } from "#components/catalog/blueprints/column-fields.tsx";
import { DerivedSection } from "#components/catalog/blueprints/derived-section.tsx";
import { keepPlaces } from "#components/catalog/blueprints/keep-places.ts";
import { RelationForm } from "#components/catalog/blueprints/later-forms.ts";
import { LayoutFields } from "#components/catalog/blueprints/layout-fields.tsx";
import { MemberRows } from "#components/catalog/blueprints/member-rows.tsx";
import { PropertyRows } from "#components/catalog/blueprints/property-rows.tsx";
import { RuleFields } from "#components/catalog/blueprints/rule-fields.tsx";
import { atIndex, type OnUpdate } from "#components/catalog/blueprints/update.ts";
import { Section } from "#components/patterns/section.tsx";
import { Waypoints } from "#components/ui/icons.tsx";
import { Later } from "#components/ui/later.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/catalog/blueprints/visual-editor.ts";

type Definition = NonNullable<BlueprintDraft["definition"]>;
export type KindChoice = { value: string; label: string };

type Props = {
  draft: BlueprintDraft;
  /** How the kind is stored; null for a new one. */
  stored: BlueprintDraft | null;
  kinds: KindChoice[];
  /** The problem of a field or of anything inside it. */
  errorOf: (path: string) => string | undefined;
  onChange: OnUpdate<BlueprintDraft>;
};

/** The definition of a kind as forms. */
export function VisualEditor({ draft, stored, kinds, errorOf, onChange }: Props) {
  const definition = draft.definition ?? {};
  const { properties = [], derived = [], relations = [], layout = [] } = definition;
  const change: OnUpdate<Definition> = (update) =>
    onChange((now) => ({ ...now, definition: keepPlaces(now.definition ?? {}, update(now.definition ?? {})) }));
  const changeRelations: OnUpdate<RelationDraft[]> = (update) =>
    change((now) => ({ ...now, relations: update(now.relations ?? []) }));
  const at = (path: string) => (inner: string) => errorOf(`definition.${path}${inner === "" ? "" : `.${inner}`}`);
  const changeProperties: OnUpdate<PropertyDraft[]> = (update) =>
    change((now) => ({ ...now, properties: update(now.properties ?? []) }));
  return (
    <div className="grid gap-8 phone:gap-6">
      <Section title={words.basics}>
        <div className="grid gap-5 pt-2">
          <BasicsFields draft={draft} isNew={stored === null} errorOf={errorOf} onChange={onChange} />
        </div>
      </Section>
      <Section title={words.properties} count={properties.length} more={words.moveHint} id="properties">
        <Problem text={ownProblem(errorOf, "definition.properties", properties.length)} />
        <PropertyRows
          label={words.properties}
          properties={properties}
          stored={stored?.definition?.properties ?? []}
          addLabel={words.addProperty}
          emptyText={words.noProperties}
          errorOf={at("properties")}
          onChange={changeProperties}
        />
      </Section>
      <Section title={words.relations} count={relations.length}>
        <Problem text={ownProblem(errorOf, "definition.relations", relations.length)} />
        <MemberRows
          label={words.relations}
          items={relations}
          onChange={changeRelations}
          create={(): RelationDraft => ({
            identifier: "",
            title: "",
            targets: [],
          })}
          addLabel={words.addRelation}
          later={RelationForm}
          emptyText={words.noRelations}
          rowOf={(relation, index) => ({
            icon: <Waypoints aria-hidden />,
            title: relation.title,
            name: relation.identifier,
            about: words.pointsAt(
              relation.isMany ?? false,
              (relation.targets ?? []).map((target) => kinds.find(({ value }) => value === target)?.label ?? target),
            ),
            pills: relation.isRequired ? <Pill>{words.needed}</Pill> : null,
            hasProblem: at("relations")(`${index}`) !== undefined,
          })}
          form={(relation, index) => (
            <Later
              part={RelationForm}
              props={{
                relation,
                stored: (stored?.definition?.relations ?? []).find(
                  ({ identifier }) => identifier === relation.identifier,
                ),
                kinds,
                errorOf: at(`relations.${index}`),
                onChange: atIndex(changeRelations, index),
              }}
            />
          )}
        />
      </Section>
      <DerivedSection
        definition={definition}
        identifier={stored?.identifier}
        stored={stored?.definition?.derived ?? []}
        errorOf={(path) => errorOf(`definition.${path}`)}
        onChange={change}
      />
      <Section title={words.rules}>
        <div className="grid gap-5 pt-2">
          <RuleFields definition={definition} errorOf={(path) => errorOf(`definition.${path}`)} onChange={change} />
        </div>
      </Section>
      <Section title={words.overview} count={layout.length === 0 ? undefined : layout.length}>
        <LayoutFields
          layout={layout}
          properties={[...properties, ...derived]}
          errorOf={at("layout")}
          onChange={(update) => change((now) => ({ ...now, layout: update(now.layout ?? []) }))}
        />
      </Section>
      <Section title={words.list}>
        <div className="pt-2">
          <ColumnFields
            definition={definition}
            error={at("columns")("")}
            onChange={(columns) => change((now) => ({ ...now, columns }))}
          />
        </div>
      </Section>
    </div>
  );
}

function Problem({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <p role="alert" className="pb-1 text-12 text-bad-text">
      {text}
    </p>
  );
}

/** A problem of the list itself and of none of its rows: too many of them. */
function ownProblem(errorOf: Props["errorOf"], path: string, count: number): string | undefined {
  const isOfRow = Array.from({ length: count }, (_, index) => errorOf(`${path}.${index}`)).some(Boolean);
  return isOfRow ? undefined : errorOf(path);
}
