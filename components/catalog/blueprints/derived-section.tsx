"use client";
import type { BlueprintDraft, DerivedDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { DerivedForm } from "#components/catalog/blueprints/later-forms.ts";
import { MemberRows } from "#components/catalog/blueprints/member-rows.tsx";
import { PathFields } from "#components/catalog/blueprints/path-fields.tsx";
import { Section } from "#components/patterns/section.tsx";
import { Because } from "#components/ui/field.tsx";
import { Sigma } from "#components/ui/icons.tsx";
import { Later } from "#components/ui/later.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import * as words from "#components/words/catalog/blueprints/derived-section.ts";

type Definition = NonNullable<BlueprintDraft["definition"]>;
type Props = {
  definition: Definition;
  /** Those that are worked out already. */
  stored: DerivedDraft[];
  errorOf: (path: string) => string | undefined;
  onChange: (change: Partial<Definition>) => void;
};

/** What nobody enters: properties that are worked out, and who owns what names no owner. */
export function DerivedSection({ definition, stored, errorOf, onChange }: Props) {
  const { derived = [], ownership = { type: "direct" as const } } = definition;
  return (
    <>
      <Section title={words.derived} count={derived.length}>
        <MemberRows
          label={words.derived}
          items={derived}
          onChange={(next) => onChange({ derived: next })}
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
                isStored: stored.some(({ identifier }) => identifier === property.identifier),
                errorOf: (path) => errorOf(`derived.${index}.${path}`),
                onChange: (next) => onChange({ derived: derived.with(index, next) }),
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
              onChange({
                ownership:
                  type === "inherited" ? { type: "inherited", path: [{ relation: "partOf" }] } : { type: "direct" },
              })
            }
          />
          {ownership.type === "inherited" ? (
            <Because because={words.because}>
              <PathFields
                path={ownership.path}
                error={errorOf("ownership")}
                onChange={(path) => onChange({ ownership: { type: "inherited", path } })}
              />
            </Because>
          ) : null}
        </div>
      </Section>
    </>
  );
}
