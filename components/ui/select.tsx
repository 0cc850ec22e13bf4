"use client";
import { type KeyboardEvent, type ReactNode, useCallback, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { controlClass } from "#components/ui/control-class.ts";
import { useField } from "#components/ui/field-context.ts";
import { ChevronDown } from "#components/ui/icons.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import type { OpenedSelectProps } from "#components/ui/opened-select.tsx";

export type SelectItem = {
  value: string;
  label: string;
  icon?: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};
export type SelectProps = {
  items: SelectItem[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  name?: string | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  "aria-label"?: string | undefined;
  className?: string | undefined;
};

const Opened = new LaterPart<OpenedSelectProps>(
  async () => (await import("#components/ui/opened-select.tsx")).OpenedSelect,
);

const opens = ["ArrowDown", "ArrowUp", "Enter", " "];

/**
 * One of several known values. For few choices with consequences use RadioCards. Until it is opened for the first time it is a button
 * that looks the same: the list and its keys are fetched when the pointer or the focus comes near.
 */
export function Select(props: SelectProps) {
  const { items, onValueChange, name, placeholder = "Choose…", disabled, className } = props;
  const field = useField();
  const [ownValue, setOwnValue] = useState(props.defaultValue);
  const [wanted, setWanted] = useState(false);
  const [isThere, setIsThere] = useState(false);
  const value = props.value ?? ownValue;
  const choose = (next: string) => {
    setOwnValue(next);
    onValueChange?.(next);
  };
  const look = classNames(controlClass(field), selectClass, className);
  const chosen = <Chosen item={items.find((item) => item.value === value)} placeholder={placeholder} />;
  const showOpened = useCallback(() => setIsThere(true), []);
  return (
    <>
      {isThere ? null : (
        <button
          type="button"
          role="combobox"
          id={field.controlId}
          aria-haspopup="listbox"
          aria-expanded="false"
          aria-label={props["aria-label"]}
          aria-describedby={field.describedBy}
          aria-invalid={field.invalid || undefined}
          aria-required={props.required || undefined}
          disabled={disabled}
          data-disabled={disabled ? "" : undefined}
          className={look}
          onPointerEnter={Opened.prepare}
          onFocus={Opened.prepare}
          onClick={() => setWanted(true)}
          onKeyDown={(event: KeyboardEvent) => {
            if (!opens.includes(event.key)) return;
            event.preventDefault();
            setWanted(true);
          }}
        >
          <span className="min-w-0 flex-1">{chosen}</span>
          <ChevronDown aria-hidden className="!size-3.5 text-text-3" />
        </button>
      )}
      {isThere || name === undefined ? null : (
        <input type="hidden" name={name} value={value ?? ""} disabled={disabled} />
      )}
      {wanted ? (
        <Later
          part={Opened}
          props={{ ...props, value, onValueChange: choose, className: look, chosen, onThere: showOpened }}
          onLost={() => setWanted(false)}
        />
      ) : null}
    </>
  );
}

const selectClass =
  "focus-visible:border-accent focus-visible:outline-offset-1 data-disabled:cursor-not-allowed data-disabled:border-dashed data-disabled:border-line-2 data-disabled:bg-sunken data-disabled:text-text-3";

function Chosen({ item, placeholder }: { item: SelectItem | undefined; placeholder: string }) {
  if (!item) return <span className="text-text-3">{placeholder}</span>;
  return (
    <span className="flex min-w-0 items-center gap-2 [&>.lucide]:text-text-3">
      {item.icon}
      <span className="cut flex-1">{item.label}</span>
      {item.hint !== undefined ? <span className="text-12 text-text-3">{item.hint}</span> : null}
    </span>
  );
}
