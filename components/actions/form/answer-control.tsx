"use client";
import { useCallback } from "react";
import { type FormContext, type Question, referenceName } from "#components/actions/form/form-context.ts";
import { restGet } from "#components/patterns/rest-client.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Combobox, type ComboboxOption } from "#components/ui/combobox.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import * as words from "#components/words/actions/form/answer-control.ts";

export type AnswerControlProps = {
  question: Question;
  value: unknown;
  /** `undefined` means not answered: an emptied field must not count as an answer that is the empty text. */
  onChange: (answer: unknown) => void;
  isDisabled: boolean;
  context: FormContext;
};

/** What a question is answered with. */
export function AnswerControl(props: AnswerControlProps) {
  const { question, value, onChange, isDisabled, context } = props;
  const { name, property, control } = question;
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const leave = () => context.leave(name);
  if (control === "entity") return <EntityControl {...props} />;
  if (control === "cards") {
    const refused = question.refused.map((choice) => ({ ...choice, disabled: true }));
    const options = [...choicesOf(question).map((choice) => ({ ...choice, disabled: isDisabled })), ...refused];
    return <RadioCards value={text} onValueChange={onChange} options={options} columns={options.length > 2 ? 3 : 2} />;
  }
  if (control === "select") {
    return <Select items={choicesOf(question)} value={text} onValueChange={onChange} disabled={isDisabled} />;
  }
  if (control === "checkbox") {
    return <Checkbox label={words.yes} checked={value === true} disabled={isDisabled} onCheckedChange={onChange} />;
  }
  if (control === "textarea") {
    return (
      <Textarea
        rows={3}
        value={text}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
        onBlur={leave}
      />
    );
  }
  if (control === "number") {
    return (
      <Input
        type="number"
        inputMode="numeric"
        className="max-w-40"
        min={property.minimum}
        max={property.maximum}
        step={property.type === "integer" ? 1 : "any"}
        value={text}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value === "" ? undefined : Number(event.target.value))}
        onBlur={leave}
      />
    );
  }
  return (
    <Input
      value={text}
      disabled={isDisabled}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
      onBlur={leave}
    />
  );
}

function EntityControl({ question, value, onChange, isDisabled, context }: AnswerControlProps) {
  const { org, labels, remember, leave } = context;
  const { name, blueprint } = question;
  const load = useCallback(
    async (text: string): Promise<ComboboxOption[]> => {
      const { items } = await restGet<{ items: { value: string; label: string; description: string | null }[] }>(
        org,
        "/entities/options",
        { blueprint, text },
      );
      return items.map(({ value: reference, label, description }) => ({
        value: reference,
        label,
        description: description ?? undefined,
      }));
    },
    [org, blueprint],
  );
  const reference = typeof value === "string" ? value : "";
  return (
    <Combobox
      value={reference === "" ? null : { value: reference, label: labels[reference] ?? referenceName(reference) }}
      load={load}
      disabled={isDisabled}
      placeholder={words.typeToSearch}
      emptyText={words.theCatalogHasNone}
      onValueChange={(option) => {
        if (option !== null) remember(option.value, option.label);
        onChange(option?.value);
        leave(name);
      }}
    />
  );
}

function choicesOf({ property }: Question): { value: string; label: string; hint: string | undefined }[] {
  if (property.oneOf !== undefined) {
    return property.oneOf.map((choice) => ({
      value: String(choice.const),
      label: choice.title ?? String(choice.const),
      hint: choice.description,
    }));
  }
  return (property.enum ?? []).map((choice) => ({ value: String(choice), label: String(choice), hint: undefined }));
}
