"use client";
import { type ReactNode, useId, useState } from "react";
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
  const ownName = useId();
  const [ownValue, setOwnValue] = useState(defaultValue);
  const choose = (next: string) => {
    setOwnValue(next);
    onValueChange?.(next);
  };
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-labelledby={label ? undefined : field.labelId}
      aria-describedby={field.describedBy}
      className={classNames("grid gap-2", grids[columns])}
    >
      {options.map((option) => (
        <RadioCard
          key={option.value}
          option={option}
          name={name ?? ownName}
          isChosen={(value ?? ownValue) === option.value}
          onChoose={choose}
        />
      ))}
    </div>
  );
}

type CardProps = { option: RadioCardOption; name: string; isChosen: boolean; onChoose: (value: string) => void };

function RadioCard({ option, name, isChosen, onChoose }: CardProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <label
      htmlFor={id}
      className={classNames(
        "motion-fast grid grid-cols-[16px_minmax(0,1fr)] content-start items-center gap-x-2.5 gap-y-[2px] rounded-2 border px-3 py-2.5",
        option.disabled
          ? "cursor-not-allowed border-dashed border-line-2 bg-sunken text-text-3"
          : "border-line-2 bg-panel has-checked:border-accent has-checked:bg-accent-tint",
      )}
    >
      <input
        type="radio"
        id={id}
        name={name}
        value={option.value}
        checked={isChosen}
        onChange={() => onChoose(option.value)}
        disabled={option.disabled}
        aria-describedby={option.hint !== undefined ? hintId : undefined}
        className="size-4 appearance-none rounded-full border-[1.5px] border-line-control bg-panel focus-visible:rounded-full checked:border-[5px] checked:border-accent"
      />
      <span className="font-550">{option.label}</span>
      {option.hint !== undefined ? (
        <span
          id={hintId}
          className="col-start-2 text-12 leading-[1.35] text-text-3 [label:has(:checked)_&]:text-text-2"
        >
          {option.hint}
        </span>
      ) : null}
    </label>
  );
}
