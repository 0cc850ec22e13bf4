"use client";
import { Toast as Base } from "@base-ui/react/toast";
import { Check, CircleX, Clock, TriangleAlert, X } from "lucide-react";
import { type ReactNode, useCallback, useEffect } from "react";
import { buttonClass } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { isTyping } from "#components/ui/is-typing.ts";
import { Kbd } from "#components/ui/kbd.tsx";

export type ToastMessage = {
  title: ReactNode;
  description?: ReactNode;
  tone?: "ok" | "warn" | "bad" | "note" | undefined;
  /** Takes it back; offered as a button and on the key z. */
  undo?: (() => void | Promise<void>) | undefined;
  action?: { label: string; onSelect: () => void } | undefined;
  timeoutMs?: number | undefined;
};
type ToastData = Pick<ToastMessage, "tone" | "undo" | "action">;

const icons = {
  ok: <Check aria-hidden className="text-ok-mark" />,
  warn: <TriangleAlert aria-hidden className="text-warn-mark" />,
  bad: <CircleX aria-hidden className="text-bad-mark" />,
  note: <Clock aria-hidden className="text-note-mark" />,
};

/** Holds the toasts of the whole app; stands once, around everything. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider timeout={6000} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 z-60 flex w-max max-w-[calc(100vw-32px)] flex-col items-end gap-2 phone:bottom-[74px]">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts() {
  const { toasts, close } = Base.useToastManager<ToastData>();
  const undoable = toasts.find((toast) => toast.data?.undo);
  useEffect(() => {
    if (!undoable) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "z" || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      void undoable.data?.undo?.();
      close(undoable.id);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undoable, close]);
  return toasts.map((toast) => {
    const { tone = "ok", undo, action } = toast.data ?? {};
    const button = classNames(buttonClass("default", "sm"), "ml-1");
    return (
      <Base.Root
        key={toast.id}
        toast={toast}
        className="floating flex min-h-11 max-w-full items-center py-1.5 pr-2 pl-3.5 data-limited:hidden"
      >
        <Base.Content className="flex min-w-0 items-center gap-2.5">
          {icons[tone]}
          <div className="min-w-0">
            <Base.Title className="font-400 [&_b]:font-550" />
            <Base.Description className="text-12 text-text-3" />
          </div>
          {undo ? (
            <button
              type="button"
              className={button}
              onClick={() => {
                void undo();
                close(toast.id);
              }}
            >
              Undo <Kbd>z</Kbd>
            </button>
          ) : null}
          {action ? (
            <button
              type="button"
              className={button}
              onClick={() => {
                action.onSelect();
                close(toast.id);
              }}
            >
              {action.label}
            </button>
          ) : null}
          <Base.Close
            aria-label="Dismiss"
            className="grid size-6 flex-none place-items-center rounded-1 text-text-3 hover:bg-hover"
          >
            <X aria-hidden className="!size-3.5" />
          </Base.Close>
        </Base.Content>
      </Base.Root>
    );
  });
}

/** Says what just happened; with `undo` it can be taken back. */
export function useToast(): (message: ToastMessage) => void {
  const { add } = Base.useToastManager<ToastData>();
  return useCallback(
    ({ title, description, tone, undo, action, timeoutMs }: ToastMessage) => {
      add({
        title,
        description,
        timeout: timeoutMs ?? (undo ? 10_000 : 6000),
        priority: tone === "bad" ? "high" : "low",
        data: { tone, undo, action },
      });
    },
    [add],
  );
}
