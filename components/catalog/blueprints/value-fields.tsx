"use client";
import {
  type ItemDraft,
  numberOrText,
  type OptionDraft,
  type ValueKind,
  valueKindOf,
  withValueKind,
} from "#components/catalog/blueprints/blueprint-draft.ts";
import type { OptionListProps } from "#components/catalog/blueprints/option-list.tsx";
import type { OnUpdate } from "#components/catalog/blueprints/update.ts";
import { WrittenInput } from "#components/catalog/blueprints/written-input.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Because, Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { Select } from "#components/ui/select.tsx";
import * as kindWords from "#components/words/catalog/blueprints/blueprint-draft.ts";
import * as words from "#components/words/catalog/blueprints/value-fields.ts";
import type { PropertyFormat, PropertyType } from "#lib/catalog/properties/schema.ts";

const OptionRows = new LaterPart<OptionListProps>(
  async () => (await import("#components/catalog/blueprints/option-list.tsx")).OptionList,
);

/** What properties and the items of a list have in common. */
type Part = {
  type?: PropertyType | undefined;
  format?: PropertyFormat | undefined;
  options?: OptionDraft[] | undefined;
  pattern?: string | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
};
type Props<T> = { part: T; errorOf: (path: string) => string | undefined; onChange: OnUpdate<T> };

/** What one value can be. */
export const itemKinds: ValueKind[] = [
  "string",
  "number",
  "boolean",
  "string/date-time",
  "string/timer",
  "string/url",
  "object/labelled-url",
  "string/embedded-url",
  "string/email",
  "string/user",
  "string/team",
  "string/markdown",
  "string/yaml",
  "string/ipv4",
  "string/ipv6",
  "string/openapi",
  "string/asyncapi",
  "string/graphql",
  "string/grpc",
  "object",
];

/** Whether only certain values may be chosen, and which. */
export function Options<T extends Part>({ part, errorOf, onChange }: Props<T>) {
  const { type = "string", format, options } = part;
  if ((type !== "string" && type !== "number") || (format !== undefined && options === undefined)) return null;
  return (
    <div className="grid gap-3">
      <Checkbox
        label={words.onlyThese}
        checked={options !== undefined}
        onCheckedChange={(isOn) =>
          onChange(({ options: _, ...now }) => (isOn ? { ...now, options: [{ value: "" }] } : now) as T)
        }
      />
      {options === undefined ? null : (
        <Because because={words.because}>
          <Later
            part={OptionRows}
            props={{
              options,
              isNumeric: type === "number",
              errorOf: (path) => errorOf(`options.${path}`),
              onChange: (update) => onChange((now) => ({ ...now, options: update(now.options ?? []) })),
            }}
          />
        </Because>
      )}
    </div>
  );
}

const limits = {
  string: ["minLength", "maxLength"],
  number: ["minimum", "maximum"],
  array: ["minItems", "maxItems"],
  boolean: [],
  object: [],
} as const;

/** How long, how much, how many, and what a text has to match. */
export function LimitFields<T extends Part>({ part, errorOf, onChange }: Props<T>) {
  const { type = "string" } = part;
  if (part.options !== undefined) return null;
  const set = (key: keyof Part, value: unknown) =>
    onChange(({ [key]: _, ...rest }) => (value === undefined ? rest : { ...rest, [key]: value }) as T);
  return (
    <>
      {type === "string" ? (
        <Field label={words.pattern} hint={words.patternHint} error={errorOf("pattern")} optional>
          <Input
            value={part.pattern ?? ""}
            mono
            autoComplete="off"
            spellCheck={false}
            onChange={({ target: { value } }) => set("pattern", value === "" ? undefined : value)}
          />
        </Field>
      ) : null}
      {limits[type].map((key) => (
        <Field key={`${type} ${key}`} label={words.limits[key]} error={errorOf(key)} optional>
          <WrittenInput
            value={part[key]}
            read={numberOrText}
            inputMode="decimal"
            onChange={(value) => set(key, value)}
          />
        </Field>
      ))}
    </>
  );
}

type ItemProps = {
  items: ItemDraft | undefined;
  errorOf: (path: string) => string | undefined;
  onChange: OnUpdate<ItemDraft | undefined>;
};

/** What each thing in a list is. */
export function ItemFields({ items, errorOf, onChange }: ItemProps) {
  const change: OnUpdate<ItemDraft> = (update) => onChange((now) => (now === undefined ? now : update(now)));
  return (
    <>
      <Field
        label={words.items}
        error={errorOf("type") ?? errorOf("format")}
        className="max-w-[calc(50%-8px)] phone:max-w-none"
      >
        <Select
          value={items === undefined ? "" : valueKindOf(items)}
          items={[
            { value: "", label: words.anything },
            ...itemKinds.map((value) => ({ value, label: kindWords.kinds[value] ?? value })),
          ]}
          onValueChange={(value) =>
            onChange((now) => (value === "" ? undefined : withValueKind(now ?? {}, value as ValueKind)))
          }
        />
      </Field>
      {items === undefined ? null : (
        <>
          <Options part={items} errorOf={errorOf} onChange={change} />
          {items.type === "string" || items.type === "number" ? (
            <div className="grid grid-cols-3 gap-4 phone:grid-cols-1">
              <LimitFields part={items} errorOf={errorOf} onChange={change} />
            </div>
          ) : null}
        </>
      )}
    </>
  );
}
