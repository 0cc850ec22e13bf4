"use client";
import { type ReactNode, useId, useMemo } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { FieldContext } from "#components/ui/field-context.ts";
import { CircleX, CornerDownRight, TriangleAlert } from "#components/ui/icons.tsx";
import * as words from "#components/words/ui/field.ts";

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** What follows from the answer, in amber: "your team lead approves as well". */
  consequence?: ReactNode;
  /** Right end of the label: "Forgot it?". */
  aside?: ReactNode;
  optional?: boolean | undefined;
  /** The children are several controls (cards, checkboxes): they are named together. */
  group?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A question: label above, help below, and the one control between them wired to both. */
export function Field({ label, hint, error, consequence, aside, optional, group, className, children }: FieldProps) {
  const base = useId();
  const labelId = `${base}-label`;
  const helpId = `${base}-help`;
  const hasHelp = Boolean(error || consequence || hint);
  const wiring = useMemo(
    () => ({
      controlId: group ? undefined : `${base}-control`,
      labelId,
      describedBy: hasHelp ? helpId : undefined,
      invalid: Boolean(error),
      warned: !error && Boolean(consequence),
    }),
    [base, labelId, helpId, hasHelp, group, error, consequence],
  );
  const heading = (
    <>
      {label}
      {optional ? <span className="font-400 text-text-3"> {words.optional}</span> : null}
    </>
  );
  return (
    <FieldContext value={wiring}>
      <div
        className={classNames("grid content-start gap-1.5", className)}
        {...(group
          ? { role: "group", "aria-labelledby": labelId, "aria-describedby": hasHelp ? helpId : undefined }
          : {})}
      >
        <div className="flex items-baseline gap-2">
          {group ? (
            <span id={labelId} className="font-550">
              {heading}
            </span>
          ) : (
            <label id={labelId} htmlFor={`${base}-control`} className="font-550">
              {heading}
            </label>
          )}
          {aside !== undefined ? <span className="ml-auto text-12">{aside}</span> : null}
        </div>
        {children}
        {hasHelp ? (
          <div id={helpId} aria-live="polite" className="text-12">
            <Help error={error} consequence={consequence} hint={hint} />
          </div>
        ) : null}
      </div>
    </FieldContext>
  );
}

function Help({ error, consequence, hint }: Pick<FieldProps, "error" | "consequence" | "hint">) {
  const line = "flex items-start gap-1 [&_.lucide]:mt-[2px] [&_.lucide]:size-3.5";
  if (error) {
    return (
      <span className={classNames(line, "text-bad-text")}>
        <CircleX aria-hidden />
        <span>{error}</span>
      </span>
    );
  }
  if (consequence) {
    return (
      <span className={classNames(line, "text-warn-text")}>
        <TriangleAlert aria-hidden />
        <span>{consequence}</span>
      </span>
    );
  }
  return <span className="text-text-3">{hint}</span>;
}

/** Questions that another answer brought: they stand behind an accent edge that says which answer it was. */
export function Because({ because, children }: { because: ReactNode; children: ReactNode }) {
  return (
    <div className="ml-[2px] grid gap-4 border-l-3 border-accent-mark py-[2px] pl-4">
      <p className="flex items-center gap-1.5 text-12 text-text-3 [&_b]:font-550 [&_b]:text-text">
        <CornerDownRight aria-hidden className="!size-3.5" />
        <span>{because}</span>
      </p>
      {children}
    </div>
  );
}
