"use client";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { buttonClass } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Check, CircleX, Clock, TriangleAlert, X } from "#components/ui/icons.tsx";
import { isTyping } from "#components/ui/is-typing.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { isKey, keys } from "#components/ui/keys.ts";
import * as words from "#components/words/ui/toast.tsx";

export type ToastMessage = {
  title: ReactNode;
  description?: ReactNode;
  tone?: "ok" | "warn" | "bad" | "note" | undefined;
  /** Takes it back; offered as a button and on the key z. */
  undo?: (() => void | Promise<void>) | undefined;
  action?: { label: string; onSelect: () => void } | undefined;
  timeoutMs?: number | undefined;
};
type Shown = ToastMessage & { id: number };

const limit = 3;
const icons = {
  ok: <Check aria-hidden className="text-ok-mark" />,
  warn: <TriangleAlert aria-hidden className="text-warn-mark" />,
  bad: <CircleX aria-hidden className="text-bad-mark" />,
  note: <Clock aria-hidden className="text-note-mark" />,
};

type Say = (message: ToastMessage) => () => void;
const ToastContext = createContext<Say>(() => () => {});

/** Says what just happened; with `undo` it can be taken back. What it answers takes the message away. */
export function useToast(): Say {
  return useContext(ToastContext);
}

/** Holds the toasts of the whole app; stands once, around everything. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Shown[]>([]);
  const lastId = useRef(0);
  const close = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  const add = useCallback<Say>(
    (message) => {
      lastId.current += 1;
      const toast = { ...message, id: lastId.current };
      setToasts((shown) => [toast, ...shown].slice(0, limit));
      return () => close(toast.id);
    },
    [close],
  );
  return (
    <ToastContext value={add}>
      {children}
      <ToastList toasts={toasts} close={close} />
    </ToastContext>
  );
}

type ListProps = { toasts: Shown[]; close: (id: number) => void };

// The region is there before its first message: screen readers only tell what changes in a region that they know.
function ToastList({ toasts, close }: ListProps) {
  const [isHeld, setIsHeld] = useState(false);
  const undoable = toasts.find((toast) => toast.undo !== undefined);
  useEffect(() => {
    if (undoable === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      if (!isKey(event, keys.undo) || isTyping(event.target)) return;
      void undoable.undo?.();
      close(undoable.id);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undoable, close]);
  return (
    <section
      aria-label={words.messages}
      aria-live="polite"
      // A message that is read or about to be pressed does not go away.
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="fixed right-4 bottom-4 z-60 flex w-max max-w-[calc(100vw-32px)] flex-col items-end gap-2 phone:bottom-[74px] print:hidden"
    >
      {toasts.toReversed().map((toast) => (
        <Toast key={toast.id} toast={toast} isHeld={isHeld && toasts.length > 0} close={close} />
      ))}
    </section>
  );
}

function Toast({ toast, isHeld, close }: { toast: Shown; isHeld: boolean; close: (id: number) => void }) {
  const { id, title, description, tone = "ok", undo, action } = toast;
  const left = useRef(toast.timeoutMs ?? (undo ? 10_000 : 6_000));
  useEffect(() => {
    if (isHeld) return;
    const startedAt = Date.now();
    const timer = setTimeout(() => close(id), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(2_000, left.current - (Date.now() - startedAt));
    };
  }, [id, isHeld, close]);
  const button = classNames(buttonClass("default", "sm"), "ml-1");
  return (
    <div
      role={tone === "bad" ? "alert" : undefined}
      className="floating flex min-h-11 max-w-full animate-[appear_var(--m-base)_var(--ease)] items-center gap-2.5 py-1.5 pr-2 pl-3.5"
    >
      {icons[tone]}
      <div className="min-w-0">
        <p className="[&_b]:font-550">{title}</p>
        {description === undefined ? null : <p className="text-12 text-text-3">{description}</p>}
      </div>
      {undo ? (
        <button
          type="button"
          className={button}
          onClick={() => {
            void undo();
            close(id);
          }}
        >
          {words.undo(<Kbd>{keys.undo}</Kbd>)}
        </button>
      ) : null}
      {action ? (
        <button
          type="button"
          className={button}
          onClick={() => {
            action.onSelect();
            close(id);
          }}
        >
          {action.label}
        </button>
      ) : null}
      <button
        type="button"
        aria-label={words.dismiss}
        onClick={() => close(id)}
        className="grid size-6 flex-none place-items-center rounded-1 text-text-3 hover:bg-hover"
      >
        <X aria-hidden className="!size-3.5" />
      </button>
    </div>
  );
}
