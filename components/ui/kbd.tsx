import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type KbdProps = { children: ReactNode; className?: string | undefined };

/** A key cap. Hints are never shown on a phone. */
export function Kbd({ children, className }: KbdProps) {
  return (
    <kbd
      className={classNames(
        "inline-block min-w-[18px] rounded-[3px] border border-line-2 bg-deck p-[3px_4px] text-center font-sans text-11 leading-none font-500 text-text-3 phone:hidden",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
