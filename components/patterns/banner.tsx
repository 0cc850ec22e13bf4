import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { type Tone, toneTint } from "#components/ui/tone.ts";

export type BannerProps = {
  tone: Exclude<Tone, "neutral">;
  icon?: ReactNode;
  action?: ReactNode;
  /** Full width of a flush page instead of rounded. */
  flush?: boolean | undefined;
  children: ReactNode;
};

/** The one thing that matters more than the page. At most one. */
export function Banner({ tone, icon, action, flush, children }: BannerProps) {
  return (
    <div
      role="status"
      className={classNames(
        "flex items-center gap-2.5 py-[9px] phone:items-start",
        flush ? "px-6 phone:px-4" : "rounded-3 px-4",
        toneTint[tone],
      )}
    >
      {icon}
      <div className="min-w-0 flex-1 text-text [&_b]:font-550">{children}</div>
      {action !== undefined ? <div className="flex-none">{action}</div> : null}
    </div>
  );
}
