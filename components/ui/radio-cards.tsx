"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { useField } from "#components/ui/field-context.ts";

export type RadioCardOption = {
  value: string;
  label: ReactNode;
  /** What it means; on a refused choice the reason. */
  hint?: ReactNode;
  /** Shown, dashed, with its reason; never hidden. */
  disabled?: boolean | undefined;
};
export type RadioCardsProps = {
  /** Needed outside a Field. */
  label?: string | undefined;
  name?: string | undefined;
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  options: RadioCardOption[];
  columns?: 1 | 2 | 3 | undefined;
};

const grids = { 1: "", 2: "grid-cols-2 phone:grid-cols-1", 3: "grid-cols-3 phone:grid-cols-1" };

/** Few choices that matter, each as a card with what it means. */
export function RadioCards({ label, name, value, defaultValue, onValueChange, options, columns = 3 }: RadioCardsProps) {
  const field = useField();
  return (
    <RadioGroup
      name={name}
      {...(value !== undefined ? { value } : {})}
      {...(defaultValue !== undefined ? { defaultValue } : {})}
      onValueChange={(next) => {
        if (typeof next === "string") onValueChange?.(next);
      }}
      aria-label={label}
      aria-labelledby={label ? undefined : field.labelId}
      aria-describedby={field.describedBy}
      className={classNames("grid gap-2", grids[columns])}
    >
      {options.map((option) => (
        <RadioCard key={option.value} option={option} />
      ))}
    </RadioGroup>
  );
}

function RadioCard({ option }: { option: RadioCardOption }) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <label
      htmlFor={id}
      className={classNames(
        "motion-fast grid grid-cols-[16px_minmax(0,1fr)] content-start items-center gap-x-2.5 gap-y-[2px] rounded-2 border px-3 py-2.5",
        option.disabled
          ? "cursor-not-allowed border-dashed border-line-2 bg-sunken text-text-3"
          : "border-line-2 bg-panel has-data-checked:border-accent has-data-checked:bg-accent-tint",
      )}
    >
      <Radio.Root
        id={id}
        value={option.value}
        disabled={option.disabled}
        aria-describedby={option.hint !== undefined ? hintId : undefined}
        className="grid size-4 place-items-center rounded-full border-[1.5px] border-line-control bg-panel focus-visible:rounded-full data-checked:border-[5px] data-checked:border-accent"
      />
      <span className="font-550">{option.label}</span>
      {option.hint !== undefined ? (
        <span
          id={hintId}
          className="col-start-2 text-12 leading-[1.35] text-text-3 [label:has([data-checked])_&]:text-text-2"
        >
          {option.hint}
        </span>
      ) : null}
    </label>
  );
}
