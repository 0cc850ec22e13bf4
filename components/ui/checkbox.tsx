"use client";
import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type CheckboxProps = {
  label?: ReactNode;
  hint?: ReactNode;
  /** How many there are; stands at the right end, for facets. */
  count?: number | undefined;
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
  const box = (
    <Base.Root
      {...(checked !== undefined ? { checked } : {})}
      {...(defaultChecked !== undefined ? { defaultChecked } : {})}
      indeterminate={indeterminate ?? false}
      onCheckedChange={(next) => onCheckedChange?.(next)}
      name={name}
      value={value}
      disabled={disabled}
      id={id}
      aria-label={props["aria-label"]}
      className="motion-fast relative grid size-[15px] flex-none cursor-pointer place-items-center rounded-[3.5px] border-[1.5px] border-line-control bg-panel after:absolute after:-inset-[5px] data-checked:border-accent data-checked:bg-accent data-checked:text-on-accent data-disabled:cursor-not-allowed data-disabled:opacity-60 data-indeterminate:border-accent data-indeterminate:bg-accent data-indeterminate:text-on-accent"
    >
      <Base.Indicator className="grid place-items-center data-unchecked:hidden [&_.lucide]:size-[11px] [&_.lucide]:[stroke-width:3]">
        {indeterminate ? <Minus aria-hidden /> : <Check aria-hidden />}
      </Base.Indicator>
    </Base.Root>
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
