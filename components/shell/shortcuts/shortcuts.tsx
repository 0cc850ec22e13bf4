"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { fetchPalette } from "#components/shell/layers.tsx";
import { navItems } from "#components/shell/navigation/navigation-items.ts";
import { useLayer, useShell } from "#components/shell/shell-context.tsx";
import { pressPageKey } from "#components/shell/shortcuts/page-keys.ts";
import { moveRow } from "#components/shell/shortcuts/row-keys.ts";
import { switchTheme } from "#components/shell/theme/use-theme.ts";
import { isTyping } from "#components/ui/is-typing.ts";
import { isKey, keys } from "#components/ui/keys.ts";

const jumpWindowMs = 1200;

/** Listens for the keys that work on every page. Renders nothing. */
export function Shortcuts() {
  const { base, hidden, setLayer } = useShell();
  const { layer } = useLayer();
  const router = useRouter();
  const pressedGAt = useRef(0);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Meta" || event.key === "Control") fetchPalette();
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      setLayer(layer === "palette" ? "none" : "palette");
      return;
    }
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target) || layer !== "none" || isSomethingOpen()) return;
    const jump = Date.now() - pressedGAt.current < jumpWindowMs;
    pressedGAt.current = isKey(event, keys.jump) ? Date.now() : 0;
    const item = jump && navItems.find((place) => place.jump === event.key && !hidden?.includes(place.key));
    if (item) {
      event.preventDefault();
      router.push(`${base}${item.path}`);
    } else if (isKey(event, keys.theme)) {
      switchTheme();
    } else if (isKey(event, keys.help)) setLayer("help");
    else if (isKey(event, keys.search)) {
      event.preventDefault();
      setLayer("palette");
    } else if (isKey(event, keys.create) || isKey(event, keys.edit)) {
      if (pressPageKey(event.key)) event.preventDefault();
    } else if (isKey(event, keys.nextRow) || isKey(event, keys.previousRow)) moveRow(event.key);
  });
  useEffect(() => {
    // After whoever listens on the page itself: a table with a selection moves by itself and says so by preventing the default.
    const listener = (event: KeyboardEvent) => {
      if (isKey(event, keys.nextRow) || isKey(event, keys.previousRow)) setTimeout(() => onKey(event));
      else onKey(event);
    };
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
  return null;
}

/** A dialog or a menu of the page has the keys while it is open. */
function isSomethingOpen(): boolean {
  const open =
    ":is([role=dialog], [role=alertdialog], [role=menu], [role=listbox]):not([data-closed], [data-closed] *)";
  return document.querySelector(open) !== null;
}
