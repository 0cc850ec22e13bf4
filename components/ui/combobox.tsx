"use client";
import { Combobox as Base } from "@base-ui/react/combobox";
import { ChevronDown, X } from "lucide-react";
import { useMemo, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { type ComboboxOption, ComboboxPopup, useComboboxOptions } from "#components/ui/combobox-options.tsx";
import { controlClass } from "#components/ui/control-class.ts";
import { useField } from "#components/ui/field-context.ts";

export type { ComboboxOption } from "#components/ui/combobox-options.tsx";

export type ComboboxProps = {
  value: ComboboxOption | null;
  onValueChange: (value: ComboboxOption | null) => void;
  /** All options, when they are known. */
  options?: ComboboxOption[] | undefined;
  /** Options for what was typed, when there are too many to send. */
  load?: ((text: string) => Promise<ComboboxOption[]>) | undefined;
  placeholder?: string | undefined;
  emptyText?: string | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  "aria-label"?: string | undefined;
  className?: string | undefined;
};

/** One of many: type a few letters, choose with the arrow keys. */
export function Combobox(props: ComboboxProps) {
  const { value, onValueChange, options, load, placeholder, emptyText = "Nothing matches.", name, disabled } = props;
  const field = useField();
  const [text, setText] = useState("");
  const { found, pending, failed } = useComboboxOptions(options, load, text);
  const items = useMemo(
    () => (value && !found.some((option) => option.value === value.value) ? [...found, value] : found),
    [found, value],
  );
  return (
    <Base.Root
      items={items}
      value={value}
      onValueChange={onValueChange}
      onInputValueChange={(next, details) => setText(details.reason === "item-press" ? "" : next)}
      itemToStringLabel={(option: ComboboxOption) => option.label}
      itemToStringValue={(option: ComboboxOption) => option.value}
      isItemEqualToValue={(option: ComboboxOption, chosen: ComboboxOption) => option.value === chosen.value}
      {...(load ? { filter: null } : {})}
      name={name}
      disabled={disabled}
      required={props.required}
      autoHighlight
    >
      <Base.InputGroup className={classNames(controlClass(field), props.className)}>
        {value?.leading}
        <Base.Input
          id={field.controlId}
          aria-label={props["aria-label"]}
          aria-describedby={field.describedBy}
          aria-invalid={field.invalid || undefined}
          placeholder={placeholder}
          className="min-w-0 flex-1 self-stretch bg-transparent !outline-none"
        />
        {value ? (
          <Base.Clear
            aria-label="Clear"
            className="grid size-6 place-items-center rounded-1 text-text-3 hover:text-text"
          >
            <X aria-hidden className="!size-3.5" />
          </Base.Clear>
        ) : null}
        <Base.Trigger aria-label="Show options" className="-mr-1 grid size-6 place-items-center rounded-1 text-text-3">
          <ChevronDown aria-hidden className="!size-3.5" />
        </Base.Trigger>
      </Base.InputGroup>
      <ComboboxPopup pending={pending} failed={failed} emptyText={emptyText} />
    </Base.Root>
  );
}
