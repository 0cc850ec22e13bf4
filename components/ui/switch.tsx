"use client";
import { type ReactNode, useId, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type SwitchProps = {
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean | undefined;
  defaultChecked?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
};

/** A setting that takes effect at once. In a form that is sent later use a Checkbox. */
export function Switch({
  label,
  hint,
  checked,
  defaultChecked,
  onCheckedChange,
  name,
  disabled,
  className,
}: SwitchProps) {
  const id = useId();
  const [own, setOwn] = useState(defaultChecked ?? false);
  const isOn = checked ?? own;
  const hintId = `${id}-hint`;
  return (
    <label
      htmlFor={id}
      className={classNames("flex min-h-[26px] items-start gap-3", disabled && "text-text-3", className)}
    >
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        onClick={() => {
          setOwn(!isOn);
          onCheckedChange?.(!isOn);
        }}
        id={id}
        disabled={disabled}
        aria-describedby={hint !== undefined ? hintId : undefined}
        className="group motion-fast relative mt-px h-[18px] w-8 flex-none cursor-pointer rounded-[5px] bg-line-control p-[2px] after:absolute after:-inset-[3px] disabled:cursor-not-allowed disabled:opacity-60 aria-checked:bg-accent"
      >
        <span className="block size-3.5 rounded-[3px] bg-panel transition-[translate] duration-(--m-fast) group-aria-checked:translate-x-3.5" />
      </button>
      {name !== undefined && isOn ? <input type="hidden" name={name} value="on" /> : null}
      <span>
        <span className="font-550">{label}</span>
        {hint !== undefined ? (
          <span id={hintId} className="block text-12 font-400 text-text-3">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
