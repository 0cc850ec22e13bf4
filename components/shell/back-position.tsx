"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";

type Left = { href: string; scrollY: number };

const key = (address: string) => `causeway:left:${address}`;
const patienceMs = 2_000;

/**
 * Coming back to a page by the browser's back button, the focus is on the link that led away, where it was on the screen: a list is
 * gone through row by row, not from its top each time. Renders nothing.
 */
export function BackPosition() {
  const address = `${usePathname()}?${useSearchParams()}`;
  const isBack = useRef(false);
  const [backs, setBacks] = useState(0);
  useEffect(() => {
    const onPop = () => {
      isBack.current = true;
      setBacks((count) => count + 1);
    };
    // Before the router hears of it, which draws the page at once.
    window.addEventListener("popstate", onPop, { capture: true });
    return () => window.removeEventListener("popstate", onPop, { capture: true });
  }, []);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      isBack.current = false;
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("main a[href]") : null;
      if (link !== null) remember(address, { href: link.getAttribute("href") ?? "", scrollY: window.scrollY });
    };
    document.addEventListener("click", onClick, { capture: true });
    return () => document.removeEventListener("click", onClick, { capture: true });
  }, [address]);
  useEffect(() => {
    // The page may be drawn before the browser says that it went back, or after.
    if (!isBack.current || backs === 0 || !address.startsWith(`${window.location.pathname}?`)) return;
    isBack.current = false;
    const left = recall(address);
    if (left === null) return;
    const until = Date.now() + patienceMs;
    let timer: ReturnType<typeof setTimeout>;
    let hasScrolled = false;
    // The rows may come after the page, and may be drawn once more after they came.
    const look = () => {
      const link = document.querySelector<HTMLElement>(`main a[href="${CSS.escape(left.href)}"]`);
      if (link !== null && !hasScrolled) {
        hasScrolled = true;
        window.scrollTo({ top: left.scrollY });
      }
      if (document.activeElement === document.body) link?.focus({ preventScroll: true });
      if (Date.now() < until) timer = setTimeout(look, 50);
    };
    const stop = () => clearTimeout(timer);
    for (const type of ["keydown", "pointerdown", "wheel"]) window.addEventListener(type, stop, { once: true });
    look();
    return () => {
      stop();
      for (const type of ["keydown", "pointerdown", "wheel"]) window.removeEventListener(type, stop);
    };
  }, [address, backs]);
  return null;
}

function remember(address: string, left: Left): void {
  try {
    sessionStorage.setItem(key(address), JSON.stringify(left));
  } catch {
    // Without storage one begins at the top.
  }
}

function recall(address: string): Left | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key(address)) ?? "null") as Left | null;
    return typeof stored?.href === "string" && typeof stored.scrollY === "number" ? stored : null;
  } catch {
    return null;
  }
}
