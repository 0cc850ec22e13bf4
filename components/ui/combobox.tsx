"use client";
import { useCallback, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { ComboboxOption } from "#components/ui/combobox-options.tsx";
import { controlClass } from "#components/ui/control-class.ts";
import { useField } from "#components/ui/field-context.ts";
import { ChevronDown, X } from "#components/ui/icons.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import type { OpenedComboboxProps } from "#components/ui/opened-combobox.tsx";
import * as words from "#components/words/ui/combobox.ts";

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

const Opened = new LaterPart<OpenedComboboxProps>(
  async () => (await import("#components/ui/opened-combobox.tsx")).OpenedCombobox,
);

/**
 * One of many: type a few letters, choose with the arrow keys. Until somebody goes to it, it is a line of text that looks the same: the
 * list and its keys are fetched then.
 */
export function Combobox(props: ComboboxProps) {
  const { value, onValueChange, name, placeholder, disabled, required } = props;
  const field = useField();
  const [typed, setTyped] = useState<string | null>(null);
  const [wanted, setWanted] = useState(false);
  const [isThere, setIsThere] = useState(false);
  const showOpened = useCallback(() => setIsThere(true), []);
  return (
    <>
      {isThere ? null : (
        <div className={classNames(controlClass(field), props.className)}>
          {value?.leading}
          <input
            role="combobox"
            aria-expanded="false"
            aria-haspopup="listbox"
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            id={field.controlId}
            aria-label={props["aria-label"]}
            aria-describedby={field.describedBy}
            aria-invalid={field.invalid || undefined}
            placeholder={placeholder}
            disabled={disabled}
            required={required}
            value={typed ?? value?.label ?? ""}
            onChange={(event) => setTyped(event.target.value)}
            onPointerEnter={Opened.prepare}
            onFocus={() => setWanted(true)}
            className="min-w-0 flex-1 self-stretch bg-transparent !outline-none"
          />
          {value ? (
            <button
              type="button"
              aria-label={words.clear}
              disabled={disabled}
              onClick={() => onValueChange(null)}
              className="grid size-6 place-items-center rounded-1 text-text-3 hover:text-text"
            >
              <X aria-hidden className="!size-3.5" />
            </button>
          ) : null}
          <button
            type="button"
            tabIndex={-1}
            aria-label={words.showOptions}
            disabled={disabled}
            onClick={() => setWanted(true)}
            className="-mr-1 grid size-6 place-items-center rounded-1 text-text-3"
          >
            <ChevronDown aria-hidden className="!size-3.5" />
          </button>
        </div>
      )}
      {isThere || name === undefined ? null : <input type="hidden" name={name} value={value?.value ?? ""} />}
      {wanted ? (
        <Later
          part={Opened}
          props={{ ...props, initialText: typed ?? "", onThere: showOpened }}
          onLost={() => setWanted(false)}
        />
      ) : null}
    </>
  );
}
