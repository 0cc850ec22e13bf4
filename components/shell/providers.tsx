"use client";
import { type ReactNode, useLayoutEffect } from "react";
import { followTheme } from "#components/shell/theme/use-theme.ts";
import { ToastProvider } from "#components/ui/toast.tsx";

/** What parts of every page share. */
export function Providers({ children }: { children: ReactNode }) {
  useLayoutEffect(followTheme, []);
  return <ToastProvider>{children}</ToastProvider>;
}
