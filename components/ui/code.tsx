import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

/** What a machine reads, inside a sentence. */
export function Code({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <code className={classNames("mono", className)}>{children}</code>;
}
