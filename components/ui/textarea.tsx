"use client";
import type { Ref, TextareaHTMLAttributes } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { controlClass } from "#components/ui/control-class.ts";
import { useField } from "#components/ui/field-context.ts";

export type TextareaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  mono?: boolean | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
};

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ mono, className, rows = 4, ...rest }: TextareaProps) {
  const field = useField();
  return (
    <div className={classNames(controlClass(field), "!px-0", className)}>
      <textarea
        {...rest}
        rows={rows}
        id={rest.id ?? field.controlId}
        aria-describedby={rest["aria-describedby"] ?? field.describedBy}
        aria-invalid={field.invalid || undefined}
        spellCheck={rest.spellCheck ?? !mono}
        className={classNames(
          "max-h-[60vh] min-w-0 flex-1 resize-y bg-transparent px-2.5 py-2 [field-sizing:content] !outline-none",
          mono && "font-mono text-12 leading-[20px]",
        )}
        style={{ minHeight: rows * 20 + 16, ...rest.style }}
      />
    </div>
  );
}
