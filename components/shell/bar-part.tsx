"use client";
import type { ReactNode } from "react";
import { type BarPartName, useOptionalShell } from "#components/shell/shell-context.tsx";

/** A part of the first line that the shell gives to every page; nothing where there is no shell. */
export function BarPart({ part }: { part: BarPartName }): ReactNode {
  return useOptionalShell()?.bar[part];
}
