"use client";
import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { numberOrText } from "#components/catalog/blueprints/blueprint-draft.ts";
import { type OnUpdate, setter } from "#components/catalog/blueprints/update.ts";
import { WrittenInput } from "#components/catalog/blueprints/written-input.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Because, Field } from "#components/ui/field.tsx";
import * as words from "#components/words/catalog/blueprints/rule-fields.ts";

type Definition = NonNullable<BlueprintDraft["definition"]>;
type Props = {
  definition: Definition;
  errorOf: (path: string) => string | undefined;
  onChange: OnUpdate<Definition>;
};

const fields = ["description", "owner", "lifecycle", "type"] as const;
const usualDays = 180;

/** What every entity of the kind has to have, what it may have beyond, and how often somebody confirms it. */
export function RuleFields({ definition, errorOf, onChange }: Props) {
  const { requiredFields = [], allowsOthers = false, verificationDays = null } = definition;
  const set = setter(onChange);
  return (
    <>
      <Field label={words.needed} hint={words.neededHint} group>
        <div className="flex flex-wrap gap-x-6">
          {fields.map((field) => (
            <Checkbox
              key={field}
              label={words.fields[field]}
              checked={requiredFields.includes(field)}
              onCheckedChange={(isOn) =>
                onChange((now) => ({
                  ...now,
                  requiredFields: fields.filter((name) => (name === field ? isOn : now.requiredFields?.includes(name))),
                }))
              }
            />
          ))}
        </div>
      </Field>
      <Checkbox
        label={words.allowsOthers}
        hint={words.allowsOthersHint}
        checked={allowsOthers}
        onCheckedChange={(isOn) => set({ allowsOthers: isOn })}
      />
      <div className="grid gap-3">
        <Checkbox
          label={words.verify}
          hint={words.verifyHint}
          checked={verificationDays !== null}
          onCheckedChange={(isOn) => set({ verificationDays: isOn ? usualDays : null })}
        />
        {verificationDays === null ? null : (
          <Because because={words.becauseVerified}>
            <Field label={words.everyDays} error={errorOf("verificationDays")}>
              <WrittenInput
                value={verificationDays}
                read={numberOrText}
                inputMode="numeric"
                suffix={words.days}
                className="max-w-40"
                onChange={(value) => set({ verificationDays: (value ?? "") as number })}
              />
            </Field>
          </Because>
        )}
      </div>
    </>
  );
}
