"use client";

import { useRouter } from "next/navigation";
import { useToast } from "#components/ui/toast.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

/** How a deed is taken back, by the command that does the opposite, and what is said then. Only what is really as before offers it. */
export type Undo = { undo: () => Promise<MutationResult>; undone: string };

/** Makes what a message offers out of the way back. */
export function useUndo(): (back: Undo | undefined) => { undo?: () => Promise<void> } {
  const router = useRouter();
  const toast = useToast();
  return (back) => {
    if (back === undefined) return {};
    const undo = async () => {
      const result = await back.undo();
      toast(result.ok ? { title: back.undone, tone: "ok" } : { title: result.problem.detail, tone: "bad" });
      router.refresh();
    };
    return { undo };
  };
}
