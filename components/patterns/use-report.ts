"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Undo, useUndo } from "#components/patterns/use-undo.ts";
import { useToast } from "#components/ui/toast.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

/** Does something that has no form, says how it went and reads the page again. `report` tells whether it worked. */
export function useReport() {
  const router = useRouter();
  const toast = useToast();
  const undoOf = useUndo();
  const [isBusy, setIsBusy] = useState(false);

  async function report(work: Promise<MutationResult>, done: string, back?: Undo): Promise<boolean> {
    setIsBusy(true);
    const result = await work;
    setIsBusy(false);
    toast(result.ok ? { title: done, tone: "ok", ...undoOf(back) } : { title: result.problem.detail, tone: "bad" });
    router.refresh();
    return result.ok;
  }

  return { report, isBusy };
}
