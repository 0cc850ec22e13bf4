"use client";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type CheckboxProps = {
  label?: ReactNode;
  hint?: ReactNode;
  /** How many there are; stands at the right end, for facets. */
  count?: number | string | undefined;
  checked?: boolean | undefined;
  defaultChecked?: boolean | undefined;
  indeterminate?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  "aria-label"?: string | undefined;
  className?: string | undefined;
};

/** Yes or no, for one thing or as one of several. Without a label it must have an accessible name. */
export function Checkbox(props: CheckboxProps) {
  const { label, hint, count, checked, defaultChecked, indeterminate, onCheckedChange, name, value, disabled } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) input.current.indeterminate = indeterminate ?? false;
  }, [indeterminate]);
  const box = (
    <input
      ref={input}
      type="checkbox"
      {...(checked === undefined ? { defaultChecked } : { checked })}
      onChange={(event) => onCheckedChange?.(event.currentTarget.checked)}
      name={name}
      value={value}
      disabled={disabled}
      id={id}
      aria-label={props["aria-label"]}
      className="check-box motion-fast"
    />
  );
  if (label === undefined) return box;
  return (
    <label
      htmlFor={id}
      className={classNames("flex min-h-[26px] items-center gap-2", disabled && "text-text-3", props.className)}
    >
      {box}
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {label}
        {hint !== undefined ? <span className="block text-12 text-text-3">{hint}</span> : null}
      </span>
      {count !== undefined ? <span className="numeric ml-auto text-12 font-400 text-text-3">{count}</span> : null}
    </label>
  );
}
