"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Undo, useUndo } from "#components/patterns/use-undo.ts";
import { useToast } from "#components/ui/toast.tsx";
import type { FieldProblem, MutationResult } from "#lib/kernel/errors.ts";

/** Sends a form's values and keeps what was wrong with them. `first` is the field that shows a problem which names none. */
export function useForm(first: string) {
  const router = useRouter();
  const toast = useToast();
  const undoOf = useUndo();
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const errorOf = (path: string) =>
    problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))?.message;

  /** `done` is said when it worked, with the way back if there is one. @returns what was answered, or null when it was refused */
  async function send<T>(
    work: Promise<MutationResult<T>>,
    done?: string | ((data: T) => string),
    back?: Undo,
  ): Promise<T | null> {
    setIsBusy(true);
    const result = await work;
    setIsBusy(false);
    if (!result.ok) {
      setProblems(result.problem.fields ?? [{ path: first, message: result.problem.detail }]);
      return null;
    }
    setProblems([]);
    if (done !== undefined)
      toast({ title: typeof done === "string" ? done : done(result.data), tone: "ok", ...undoOf(back) });
    router.refresh();
    return result.data;
  }

  return { errorOf, send, isBusy, forget: () => setProblems([]) };
}
