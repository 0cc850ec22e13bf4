"use client";
import type { RegistryWidgetsType, RJSFSchema, WidgetProps } from "@rjsf/utils";
import { useCallback } from "react";
import { type FormContext, fieldOf, referenceName } from "#components/actions/form/form-context.ts";
import { restGet } from "#components/patterns/rest-client.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Combobox, type ComboboxOption } from "#components/ui/combobox.tsx";
import { Input } from "#components/ui/input.tsx";
import { type RadioCardOption, RadioCards } from "#components/ui/radio-cards.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

export type Answers = Record<string, unknown>;
type Props = WidgetProps<Answers, RJSFSchema, FormContext>;

// An emptied field is not answered: it must not count as an answer that is the empty text.
const answerOf = (text: string) => (text === "" ? undefined : text);

function TextWidget(props: Props) {
  return (
    <Input
      value={textOf(props.value)}
      placeholder={props.placeholder}
      disabled={props.disabled}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => props.onChange(answerOf(event.target.value))}
      onBlur={() => props.registry.formContext.leave(fieldOf(props.id))}
    />
  );
}

function TextareaWidget(props: Props) {
  return (
    <Textarea
      rows={3}
      value={textOf(props.value)}
      placeholder={props.placeholder}
      disabled={props.disabled}
      onChange={(event) => props.onChange(answerOf(event.target.value))}
      onBlur={() => props.registry.formContext.leave(fieldOf(props.id))}
    />
  );
}

function NumberWidget(props: Props) {
  const { minimum, maximum } = props.schema;
  return (
    <Input
      type="number"
      inputMode="numeric"
      className="max-w-40"
      min={minimum}
      max={maximum}
      step={props.schema.type === "integer" ? 1 : "any"}
      value={textOf(props.value)}
      disabled={props.disabled}
      onChange={(event) => props.onChange(event.target.value === "" ? undefined : Number(event.target.value))}
      onBlur={() => props.registry.formContext.leave(fieldOf(props.id))}
    />
  );
}

function CardsWidget(props: Props) {
  const refused = Array.isArray(props.options.refused) ? (props.options.refused as RadioCardOption[]) : [];
  const options: RadioCardOption[] = [
    ...choicesOf(props).map((choice) => ({ ...choice, disabled: props.disabled })),
    ...refused.map((choice) => ({ ...choice, disabled: true })),
  ];
  return (
    <RadioCards
      value={textOf(props.value)}
      onValueChange={(value) => props.onChange(value)}
      options={options}
      columns={options.length > 2 ? 3 : 2}
    />
  );
}

function SelectWidget(props: Props) {
  return (
    <Select
      items={choicesOf(props)}
      value={textOf(props.value)}
      onValueChange={(value) => props.onChange(value)}
      disabled={props.disabled}
    />
  );
}

function CheckboxWidget(props: Props) {
  return (
    <Checkbox
      label={props.label}
      checked={props.value === true}
      disabled={props.disabled}
      onCheckedChange={(isChecked) => props.onChange(isChecked)}
    />
  );
}

function EntityWidget(props: Props) {
  const { org, labels, remember, leave } = props.registry.formContext;
  const blueprint = String(props.options.blueprint ?? "component");
  const load = useCallback(
    async (text: string): Promise<ComboboxOption[]> => {
      const { items } = await restGet<{ items: { value: string; label: string; description: string | null }[] }>(
        org,
        "/entities/options",
        { blueprint, text },
      );
      return items.map(({ value, label, description }) => ({ value, label, description: description ?? undefined }));
    },
    [org, blueprint],
  );
  const reference = textOf(props.value);
  return (
    <Combobox
      value={reference === "" ? null : { value: reference, label: labels[reference] ?? referenceName(reference) }}
      load={load}
      disabled={props.disabled}
      placeholder="Type to search"
      emptyText="The catalog has none of that name."
      onValueChange={(option) => {
        if (option !== null) remember(option.value, option.label);
        props.onChange(option?.value);
        leave(fieldOf(props.id));
      }}
    />
  );
}

function choicesOf(props: Props): { value: string; label: string; hint: string | undefined }[] {
  return (props.options.enumOptions ?? []).map((option) => ({
    value: String(option.value),
    label: option.label,
    hint: option.schema?.description,
  }));
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export const widgets: RegistryWidgetsType<Answers, RJSFSchema, FormContext> = {
  TextWidget,
  TextareaWidget,
  UpDownWidget: NumberWidget,
  SelectWidget,
  CheckboxWidget,
  cards: CardsWidget,
  entity: EntityWidget,
};
