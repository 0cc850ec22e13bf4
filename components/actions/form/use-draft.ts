import { useCallback, useEffect, useRef, useState } from "react";

export type Draft = { answers: Record<string, unknown>; labels: Record<string, string>; keptAt: string };

const keepAfterMs = 600;

/** Keeps answers in this browser while they are written, and gives them back when the page is opened again. */
export function useDraft(key: string, onFound: (draft: Draft) => void) {
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const found = useRef(onFound);
  useEffect(() => {
    const draft = readDraft(key);
    if (draft === null) return;
    setKeptAt(draft.keptAt);
    found.current(draft);
  }, [key]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const keep = useCallback(
    (draft: Omit<Draft, "keptAt">) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const at = new Date().toISOString();
        try {
          localStorage.setItem(key, JSON.stringify({ ...draft, keptAt: at }));
          setKeptAt(at);
        } catch {
          // The browser keeps nothing here (full, or forbidden): then nothing is said to be kept.
          setKeptAt(null);
        }
      }, keepAfterMs);
    },
    [key],
  );
  const discard = useCallback(() => {
    clearTimeout(timer.current);
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
    setKeptAt(null);
  }, [key]);
  return { keptAt, keep, discard };
}

function readDraft(key: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof draft !== "object" || draft === null) return null;
    const { answers, labels, keptAt } = draft as Partial<Draft>;
    return answers !== undefined && labels !== undefined && keptAt !== undefined ? { answers, labels, keptAt } : null;
  } catch {
    return null;
  }
}
