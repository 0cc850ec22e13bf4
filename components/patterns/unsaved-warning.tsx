"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import * as words from "#components/words/patterns/unsaved-warning.ts";

/**
 * Stands inside a form and asks before what was written in it is left behind: by a link of the portal, by closing the tab, by an address
 * that is typed. What was sent is not asked about. A form that knows better than by what was typed says itself whether it is `changed`.
 */
export function UnsavedWarning({ changed }: { changed?: boolean | undefined }) {
  const router = useRouter();
  const isTold = changed !== undefined;
  const marker = useRef<HTMLSpanElement>(null);
  const isWritten = useRef(false);
  const [leavingTo, setLeavingTo] = useState<string | null>(null);
  useEffect(() => {
    if (changed !== undefined) isWritten.current = changed;
  }, [changed]);
  useEffect(() => {
    const form = marker.current?.closest("form");
    if (!form) return;
    const write = () => {
      isWritten.current = true;
    };
    const send = () => {
      isWritten.current = false;
    };
    const close = (event: BeforeUnloadEvent) => {
      if (isWritten.current) event.preventDefault();
    };
    const press = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!isWritten.current || event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || !(link instanceof HTMLAnchorElement)) return;
      // In another tab nothing is lost, and a place on this page is no leaving.
      if (link.target === "_blank" || link.origin !== window.location.origin) return;
      if (link.pathname === window.location.pathname && link.hash !== "") return;
      event.preventDefault();
      event.stopPropagation();
      setLeavingTo(`${link.pathname}${link.search}${link.hash}`);
    };
    if (!isTold) {
      form.addEventListener("input", write);
      form.addEventListener("submit", send);
    }
    window.addEventListener("beforeunload", close);
    document.addEventListener("click", press, { capture: true });
    return () => {
      form.removeEventListener("input", write);
      form.removeEventListener("submit", send);
      window.removeEventListener("beforeunload", close);
      document.removeEventListener("click", press, { capture: true });
    };
  }, [isTold]);
  return (
    <>
      <span ref={marker} hidden />
      <ConfirmDialog
        open={leavingTo !== null}
        onOpenChange={(open) => (open ? undefined : setLeavingTo(null))}
        title={words.leaveWithoutSaving}
        description={words.leaveWithoutSavingDescription}
        confirmLabel={words.leave}
        danger
        onConfirm={() => {
          isWritten.current = false;
          if (leavingTo !== null) router.push(leavingTo);
        }}
      />
    </>
  );
}
