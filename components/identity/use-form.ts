"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useToast } from "#components/ui/toast.tsx";
import type { FieldProblem, Problem } from "#lib/kernel/errors.ts";

export type Result<T = unknown> = { ok: true; data: T } | { ok: false; problem: Problem };

/** Sends a form's values and keeps what was wrong with them. `first` is the field that shows a problem which names none. */
export function useForm(first: string) {
  const router = useRouter();
  const toast = useToast();
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const errorOf = (path: string) =>
    problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))?.message;

  /** @returns what was answered, or null when it was refused */
  async function send<T>(work: Promise<Result<T>>, done?: string): Promise<T | null> {
    setIsBusy(true);
    const result = await work;
    setIsBusy(false);
    if (!result.ok) {
      setProblems(result.problem.fields ?? [{ path: first, message: result.problem.detail }]);
      return null;
    }
    setProblems([]);
    if (done !== undefined) toast({ title: done, tone: "ok" });
    router.refresh();
    return result.data;
  }

  return { errorOf, send, isBusy, forget: () => setProblems([]) };
}

/** Does something that has no form, and says how it went. */
export function useReport() {
  const router = useRouter();
  const toast = useToast();
  return async (work: Promise<Result>, done: string): Promise<boolean> => {
    const result = await work;
    toast(result.ok ? { title: done, tone: "ok" } : { title: result.problem.detail, tone: "bad" });
    router.refresh();
    return result.ok;
  };
}
