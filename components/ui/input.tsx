"use client";
import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { controlClass } from "#components/ui/control-class.ts";
import { useField } from "#components/ui/field-context.ts";

export type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "prefix"> & {
  /** Before the text: a currency, an icon. */
  prefix?: ReactNode;
  /** After the text: a unit, a small button. */
  suffix?: ReactNode;
  inputSize?: "md" | "lg" | undefined;
  /** For what a machine reads: addresses, paths, queries. */
  mono?: boolean | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** One line of text. Inside a Field it finds its label and help by itself. */
export function Input({ prefix, suffix, inputSize = "md", mono, className, ...rest }: InputProps) {
  const field = useField();
  return (
    <div className={classNames(controlClass(field, inputSize), className)}>
      {prefix !== undefined ? <span className="flex flex-none items-center text-text-3">{prefix}</span> : null}
      <input
        {...rest}
        id={rest.id ?? field.controlId}
        aria-describedby={rest["aria-describedby"] ?? field.describedBy}
        aria-invalid={field.invalid || undefined}
        className={classNames(
          "min-w-0 flex-1 self-stretch bg-transparent !outline-none disabled:cursor-not-allowed",
          mono && "font-mono text-12",
        )}
      />
      {suffix !== undefined ? <span className="flex flex-none items-center text-12 text-text-3">{suffix}</span> : null}
    </div>
  );
}
