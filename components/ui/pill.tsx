import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { type Tone, toneTint } from "#components/ui/tone.ts";

export type PillProps = {
  tone?: Tone | undefined;
  icon?: ReactNode;
  /** Something that is missing on purpose: "not measurable". */
  dashed?: boolean | undefined;
  mono?: boolean | undefined;
  title?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A short fact about the thing beside it, in words; the tone repeats what the word says. */
export function Pill({ tone = "neutral", icon, dashed, mono, title, className, children }: PillProps) {
  return (
    <span
      title={title}
      className={classNames(
        "pill",
        dashed ? "border border-dashed border-line-control text-text-3" : toneTint[tone],
        mono ? "font-mono" : "font-sans",
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
