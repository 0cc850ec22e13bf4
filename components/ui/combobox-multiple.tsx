"use client";
import { Combobox as Base } from "@base-ui/react/combobox";
import { useMemo, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { ComboboxProps } from "#components/ui/combobox.tsx";
import { type ComboboxOption, ComboboxPopup, useComboboxOptions } from "#components/ui/combobox-options.tsx";
import { controlClass } from "#components/ui/control-class.ts";
import { useField } from "#components/ui/field-context.ts";
import { X } from "#components/ui/icons.tsx";
import * as words from "#components/words/ui/combobox-multiple.ts";

export type ComboboxMultipleProps = Omit<ComboboxProps, "value" | "onValueChange"> & {
  value: ComboboxOption[];
  onValueChange: (value: ComboboxOption[]) => void;
};

/** Several of many: each chosen one becomes a chip that can be taken out again. */
export function ComboboxMultiple(props: ComboboxMultipleProps) {
  const { value, onValueChange, options, load, placeholder, emptyText = words.nothingMatches, name, disabled } = props;
  const field = useField();
  const [text, setText] = useState("");
  const { found, pending, failed } = useComboboxOptions(options, load, text);
  const items = useMemo(
    () => [...found, ...value.filter((chosen) => !found.some((option) => option.value === chosen.value))],
    [found, value],
  );
  return (
    <Base.Root
      multiple
      items={items}
      value={value}
      onValueChange={onValueChange}
      onInputValueChange={setText}
      itemToStringLabel={(option: ComboboxOption) => option.label}
      itemToStringValue={(option: ComboboxOption) => option.value}
      isItemEqualToValue={(option: ComboboxOption, chosen: ComboboxOption) => option.value === chosen.value}
      {...(load ? { filter: null } : {})}
      name={name}
      disabled={disabled}
    >
      <Base.Chips className={classNames(controlClass(field), "flex-wrap !gap-1 py-1", props.className)}>
        {value.map((chosen) => (
          <Base.Chip
            key={chosen.value}
            aria-label={chosen.label}
            className="inline-flex h-6 items-center gap-1 rounded-1 bg-accent-tint pl-2 text-12 font-500 text-accent-text"
          >
            {chosen.label}
            <Base.ChipRemove
              aria-label={words.removeLabel(chosen.label)}
              className="grid size-6 place-items-center rounded-1"
            >
              <X aria-hidden className="!size-3" />
            </Base.ChipRemove>
          </Base.Chip>
        ))}
        <Base.Input
          id={field.controlId}
          aria-label={props["aria-label"]}
          aria-describedby={field.describedBy}
          aria-invalid={field.invalid || undefined}
          placeholder={value.length === 0 ? placeholder : undefined}
          className="min-h-6 min-w-16 flex-1 bg-transparent !outline-none"
        />
      </Base.Chips>
      <ComboboxPopup pending={pending} failed={failed} emptyText={emptyText} />
    </Base.Root>
  );
}
