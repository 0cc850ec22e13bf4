"use client";
import { Combobox as Base } from "@base-ui/react/combobox";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { ComboboxProps } from "#components/ui/combobox.tsx";
import { type ComboboxOption, ComboboxPopup, useComboboxOptions } from "#components/ui/combobox-options.tsx";
import { controlClass } from "#components/ui/control-class.ts";
import { useField } from "#components/ui/field-context.ts";
import { ChevronDown, X } from "#components/ui/icons.tsx";
import * as words from "#components/words/ui/opened-combobox.ts";

export type OpenedComboboxProps = ComboboxProps & {
  /** What was typed before this was here. */
  initialText: string;
  /** Called when it stands there: what stood in its place goes. Always the same function. */
  onThere: () => void;
};

/** A combobox from the moment on in which somebody first went to it. */
export function OpenedCombobox(props: OpenedComboboxProps) {
  const { value, onValueChange, options, load, placeholder, emptyText = words.nothingMatches, name, disabled } = props;
  const field = useField();
  const { initialText, onThere } = props;
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  // Before the next paint, so that never both are seen.
  useLayoutEffect(() => {
    onThere();
    input.current?.focus();
  }, [onThere]);
  useEffect(() => typeInto(input.current, initialText), [initialText]);
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
          ref={input}
          id={field.controlId}
          aria-label={props["aria-label"]}
          aria-describedby={field.describedBy}
          aria-invalid={field.invalid || undefined}
          placeholder={placeholder}
          className="min-w-0 flex-1 self-stretch bg-transparent !outline-none"
        />
        {value ? (
          <Base.Clear
            aria-label={words.clear}
            className="grid size-6 place-items-center rounded-1 text-text-3 hover:text-text"
          >
            <X aria-hidden className="!size-3.5" />
          </Base.Clear>
        ) : null}
        <Base.Trigger
          aria-label={words.showOptions}
          className="-mr-1 grid size-6 place-items-center rounded-1 text-text-3"
        >
          <ChevronDown aria-hidden className="!size-3.5" />
        </Base.Trigger>
      </Base.InputGroup>
      <ComboboxPopup pending={pending} failed={failed} emptyText={emptyText} />
    </Base.Root>
  );
}

/** As if it was typed here: the list opens, finds, and marks the first. */
function typeInto(input: HTMLInputElement | null, text: string): void {
  if (input === null || text === "") return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
  input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
}
