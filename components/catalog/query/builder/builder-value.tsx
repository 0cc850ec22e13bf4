"use client";
import { useState } from "react";
import type { BuilderField } from "#components/catalog/query/builder/builder-fields.ts";
import type { RowOperator } from "#components/catalog/query/builder/builder-tree.ts";
import { type ValueOptions, valueKey, valueOfKey } from "#components/catalog/query/builder/value-options.ts";
import { Combobox, type ComboboxOption } from "#components/ui/combobox.tsx";
import { ComboboxMultiple } from "#components/ui/combobox-multiple.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/catalog/query/builder/builder-value.ts";
import type { Scalar, Value } from "#lib/catalog/query/ast.ts";
import { type Duration, durationUnits } from "#lib/catalog/query/moments.ts";

export type BuilderValueProps = {
  field: BuilderField;
  operator: RowOperator;
  values: Value[];
  options: ValueOptions;
  onChange: (values: Value[]) => void;
};

/** The value of a row, chosen as its type has it. */
export function BuilderValue(props: BuilderValueProps) {
  const { field, operator, values, onChange } = props;
  const [value] = values;
  if (operator === "exists" || operator === "isEmpty") return null;
  if (operator === "in" || operator === "notIn") return <Several {...props} />;
  if (field.type === "age" || isDuration(value)) return <Age value={value} onChange={onChange} />;
  if (field.type === "boolean" || typeof value === "boolean") return <TrueOrFalse value={value} onChange={onChange} />;
  if (field.type === "choice" || field.type === "list") return <One {...props} />;
  if (field.type === "number" || typeof value === "number")
    return <Typed key="number" type="number" value={value} onChange={onChange} />;
  const isDay = value === undefined || /^\d{4}-\d\d-\d\d$/u.test(String(value));
  return <Typed key="text" type={field.type === "date" && isDay ? "date" : "text"} value={value} onChange={onChange} />;
}

function isDuration(value: Value | undefined): value is Duration {
  return typeof value === "object";
}

type Part = Pick<BuilderValueProps, "onChange"> & { value: Value | undefined };

/** Text, a number or a day. It is kept when one leaves it or presses Enter, and after each rest while typing. */
function Typed({ type, value, onChange }: Part & { type: "text" | "number" | "date" }) {
  return (
    <Input
      type={type}
      step="any"
      aria-label={words.value}
      value={value === undefined ? "" : String(value)}
      onChange={(event) => {
        const text = event.target.value;
        if (type !== "number") return onChange(text === "" ? [] : [text]);
        const number = event.target.valueAsNumber;
        onChange(Number.isFinite(number) ? [number] : []);
      }}
    />
  );
}

function TrueOrFalse({ value, onChange }: Part) {
  return (
    <Select
      aria-label={words.trueOrFalse}
      value={value === undefined ? undefined : String(value)}
      items={[
        { value: "true", label: words.yes },
        { value: "false", label: words.no },
      ]}
      onValueChange={(next) => onChange([next === "true"])}
    />
  );
}

function Age({ value, onChange }: Part) {
  const duration: Duration = isDuration(value) ? value : { amount: 30, unit: "days" };
  return (
    <div className="grid grid-cols-2 gap-2">
      <Input
        type="number"
        min={0}
        step={1}
        aria-label={words.amount}
        value={isDuration(value) ? duration.amount : ""}
        onChange={(event) => {
          const amount = event.target.valueAsNumber;
          onChange(Number.isInteger(amount) && amount >= 0 ? [{ ...duration, amount }] : []);
        }}
      />
      <Select
        aria-label={words.unit}
        value={duration.unit}
        items={durationUnits.map((unit) => ({ value: unit, label: words.units[unit] }))}
        onValueChange={(unit) => onChange([{ ...duration, unit: unit as Duration["unit"] }])}
      />
    </div>
  );
}

function optionOf(value: Value): ComboboxOption {
  return { value: valueKey(value as Scalar), label: String(value) };
}

/** The values as options; what was chosen from the list keeps the name that it had there. */
function useChosen(values: Value[]): [ComboboxOption[], (options: ComboboxOption[]) => void] {
  const [named, setNamed] = useState<ComboboxOption[]>([]);
  const chosen = values.map((value) => {
    const option = optionOf(value);
    return named.find((known) => known.value === option.value) ?? option;
  });
  return [chosen, setNamed];
}

function One({ field, values, options, onChange }: BuilderValueProps) {
  const [chosen, remember] = useChosen(values);
  return (
    <Combobox
      aria-label={words.value}
      placeholder={words.typeOrChoose}
      emptyText={words.nothingLikeIt}
      value={chosen[0] ?? null}
      load={(typed) => options.find(field, typed)}
      onValueChange={(option) => {
        remember(option === null ? [] : [option]);
        onChange(option === null ? [] : [valueOfKey(option.value)]);
      }}
    />
  );
}

function Several({ field, values, options, onChange }: BuilderValueProps) {
  const [chosen, remember] = useChosen(values);
  return (
    <ComboboxMultiple
      aria-label={words.values}
      placeholder={words.typeOrChoose}
      emptyText={words.nothingLikeIt}
      value={chosen}
      load={(typed) => options.find(field, typed)}
      onValueChange={(next) => {
        remember(next);
        onChange(next.map((option) => valueOfKey(option.value)));
      }}
    />
  );
}
