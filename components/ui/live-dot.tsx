import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { type Tone, toneMark } from "#components/ui/tone.ts";

export type LiveDotProps = { tone?: Tone | undefined; children?: ReactNode; className?: string | undefined };

/** Whether what is shown keeps up with what is true, in words; the dot repeats them. */
export function LiveDot({ tone = "ok", children, className }: LiveDotProps) {
  return (
    <span className={classNames("inline-flex items-center gap-1.5 text-12 whitespace-nowrap text-text-3", className)}>
      <Dot tone={tone} />
      {children}
    </span>
  );
}

export function Dot({ tone = "neutral" }: { tone?: Tone | undefined }) {
  return <span aria-hidden="true" className={classNames("size-[7px] flex-none rounded-full", toneMark[tone])} />;
}
