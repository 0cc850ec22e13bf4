"use client";
import { useState } from "react";
import type { PalettePreview, PaletteSearch } from "#components/shell/palette/palette-items.tsx";
import { useLayer, useShell } from "#components/shell/shell-context.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";

type PaletteProps = { search: PaletteSearch; preview?: PalettePreview | undefined };

const Palette = new LaterPart<PaletteProps>(
  async () => (await import("#components/shell/palette/command-palette.tsx")).CommandPalette,
);
const Help = new LaterPart<object>(
  async () => (await import("#components/shell/shortcuts/shortcut-help.tsx")).ShortcutHelp,
);
const Drawer = new LaterPart<object>(
  async () => (await import("#components/shell/navigation/phone-drawer.tsx")).PhoneDrawer,
);

/** Fetches the palette while a hand is on its way to it. */
export const fetchPalette = Palette.prepare;
/** The same for the navigation of a phone. */
export const fetchDrawer = Drawer.prepare;

/** What can lie over the page. Each is fetched when it is first wanted, and stays. */
export function Layers({ search, preview }: PaletteProps) {
  const { setLayer } = useShell();
  const { layer } = useLayer();
  const [opened, setOpened] = useState<string[]>([]);
  if (layer !== "none" && !opened.includes(layer)) setOpened([...opened, layer]);
  const onLost = () => setLayer("none");
  return (
    <>
      {opened.includes("navigation") ? <Later part={Drawer} props={{}} onLost={onLost} /> : null}
      {opened.includes("palette") ? <Later part={Palette} props={{ search, preview }} onLost={onLost} /> : null}
      {opened.includes("help") ? <Later part={Help} props={{}} onLost={onLost} /> : null}
    </>
  );
}
