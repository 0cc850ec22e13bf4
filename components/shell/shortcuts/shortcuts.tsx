"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { navItems } from "#components/shell/navigation/navigation-items.tsx";
import { useShell } from "#components/shell/shell-context.tsx";
import { useTheme } from "#components/shell/theme/use-theme.ts";
import { isTyping } from "#components/ui/is-typing.ts";

const jumpWindowMs = 1200;

/** Listens for the keys that work on every page. Renders nothing. */
export function Shortcuts() {
  const { base, hidden, layer, setLayer } = useShell();
  const { setTheme } = useTheme();
  const router = useRouter();
  const pressedGAt = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setLayer(layer === "palette" ? "none" : "palette");
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || layer !== "none") return;
      if (Date.now() - pressedGAt.current < jumpWindowMs) {
        pressedGAt.current = 0;
        const item = navItems.find((candidate) => candidate.jump === event.key && !hidden?.includes(candidate.key));
        if (item) {
          event.preventDefault();
          router.push(`${base}${item.path}`);
          return;
        }
      }
      if (event.key === "g") pressedGAt.current = Date.now();
      else if (event.key === "t") setTheme(document.documentElement.classList.contains("dark") ? "light" : "dark");
      else if (event.key === "?") setLayer("help");
      else if (event.key === "/") {
        event.preventDefault();
        setLayer("palette");
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [base, hidden, layer, setLayer, setTheme, router]);
  return null;
}
