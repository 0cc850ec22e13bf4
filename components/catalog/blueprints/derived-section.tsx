"use client";
import type { BlueprintDraft, DerivedDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { DerivedForm } from "#components/catalog/blueprints/later-forms.ts";
import { MemberRows } from "#components/catalog/blueprints/member-rows.tsx";
import { PathFields } from "#components/catalog/blueprints/path-fields.tsx";
import { atIndex, type OnUpdate } from "#components/catalog/blueprints/update.ts";
import { Section } from "#components/patterns/section.tsx";
import { Because } from "#components/ui/field.tsx";
import { Sigma } from "#components/ui/icons.tsx";
import { Later } from "#components/ui/later.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import * as words from "#components/words/catalog/blueprints/derived-section.ts";

type Definition = NonNullable<BlueprintDraft["definition"]>;
type Props = {
  definition: Definition;
  /** The kind, where the catalog has it. */
  identifier: string | undefined;
  /** Those that are worked out already. */
  stored: DerivedDraft[];
  errorOf: (path: string) => string | undefined;
  onChange: OnUpdate<Definition>;
};

/** What nobody enters: properties that are worked out, and who owns what names no owner. */
export function DerivedSection({ definition, identifier, stored, errorOf, onChange }: Props) {
  const { derived = [], ownership = { type: "direct" as const } } = definition;
  const changeDerived: OnUpdate<DerivedDraft[]> = (update) =>
    onChange((now) => ({ ...now, derived: update(now.derived ?? []) }));
  return (
    <>
      <Section title={words.derived} count={derived.length}>
        <MemberRows
          label={words.derived}
          items={derived}
          onChange={changeDerived}
          create={(): DerivedDraft => ({
            kind: "calculated",
            identifier: "",
            title: "",
            type: "string",
            expression: "",
          })}
          addLabel={words.add}
          later={DerivedForm}
          emptyText={words.empty}
          rowOf={(property, index) => ({
            icon: <Sigma aria-hidden />,
            title: property.title,
            name: property.identifier,
            about: words.kinds[property.kind],
            hasProblem: errorOf(`derived.${index}`) !== undefined,
          })}
          form={(property, index) => (
            <Later
              part={DerivedForm}
              props={{
                property,
                kind: { identifier, definition },
                isStored: stored.some((one) => one.identifier === property.identifier),
                errorOf: (path) => errorOf(`derived.${index}.${path}`),
                onChange: atIndex(changeDerived, index),
              }}
            />
          )}
        />
      </Section>
      <Section title={words.ownership}>
        <div className="grid gap-4 pt-2">
          <RadioCards
            label={words.ownership}
            columns={2}
            value={ownership.type}
            options={words.ownerships}
            onValueChange={(type) =>
              onChange((now) => ({
                ...now,
                ownership:
                  type === "inherited" ? { type: "inherited", path: [{ relation: "partOf" }] } : { type: "direct" },
              }))
            }
          />
          {ownership.type === "inherited" ? (
            <Because because={words.because}>
              <PathFields
                path={ownership.path}
                error={errorOf("ownership")}
                onChange={(update) =>
                  onChange(({ ownership: owned, ...now }) => ({
                    ...now,
                    ...(owned?.type === "inherited"
                      ? { ownership: { ...owned, path: update(owned.path) } }
                      : { ownership: owned }),
                  }))
                }
              />
            </Because>
          ) : null}
        </div>
      </Section>
    </>
  );
}
