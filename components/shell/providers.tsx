"use client";
import type { ReactNode } from "react";
import { ToastProvider } from "#components/ui/toast.tsx";

/** What parts of every page share. */
export function Providers({ children }: { children: ReactNode }) {
  return <ToastProvider>{children}</ToastProvider>;
}
