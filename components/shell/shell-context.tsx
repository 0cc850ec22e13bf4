"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { NavKey } from "#components/shell/navigation/navigation-items.ts";

export type ShellOrg = { slug: string; name: string };
export type ShellPerson = { name: string; email: string; role: string; team?: string | undefined };
export type ShellView = { id: string; name: string; href: string };

export type ShellData = {
  org: ShellOrg;
  orgs: ShellOrg[];
  person: ShellPerson;
  /** The pictures of the entries. */
  icons: Record<NavKey, ReactNode>;
  /** The mark of the product, drawn by the server as they are. */
  logo: ReactNode;
  /** What stands at the right end of an entry: "2 running". */
  counts?: Partial<Record<NavKey, ReactNode>> | undefined;
  /** Entries this person has no page for. */
  hidden?: NavKey[] | undefined;
  /** Pages of settings this person may open, for the palette. */
  settingsPaths?: string[] | undefined;
  /** Lists of the catalog that somebody gave a name, in their order. */
  views?: ShellView[] | undefined;
  signOut: () => Promise<void>;
};

/** The parts of the first line that are the same on every page. */
export type BarPartName = "start" | "live" | "help";

type Layer = "none" | "palette" | "help" | "navigation";
type Shell = ShellData & {
  bar: Record<BarPartName, ReactNode>;
  base: string;
  setLayer: (layer: Layer) => void;
  /** Opens the palette with a text in it. */
  search: (text: string) => void;
  sideHidden: boolean;
  toggleSide: () => void;
};
/** `wanted`: what the palette is opened with. */
type Layers = { layer: Layer; wanted: string };

const ShellContext = createContext<Shell | null>(null);
// Apart, so that opening and closing a layer draws that layer and not the whole shell.
const LayerContext = createContext<Layers>({ layer: "none", wanted: "" });

type ShellProviderProps = { data: ShellData; bar: Record<BarPartName, ReactNode>; children: ReactNode };

/** Who is here, where, and which layer (palette, help, navigation on a phone) lies over the page. */
export function ShellProvider({ data, bar, children }: ShellProviderProps) {
  const [layers, setLayers] = useState<Layers>({ layer: "none", wanted: "" });
  const [sideHidden, setSideHidden] = useState(false);
  const shell = useMemo<Shell>(
    () => ({
      ...data,
      bar,
      base: `/${data.org.slug}`,
      setLayer: (layer) => setLayers({ layer, wanted: "" }),
      search: (wanted) => setLayers({ layer: "palette", wanted }),
      sideHidden,
      toggleSide: () => setSideHidden((hidden) => !hidden),
    }),
    [data, bar, sideHidden],
  );
  return (
    <ShellContext value={shell}>
      <LayerContext value={layers}>{children}</LayerContext>
    </ShellContext>
  );
}

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error("useShell needs an AppShell around it");
  return shell;
}

/** What lies over the page at the moment. */
export function useLayer(): Layers {
  return useContext(LayerContext);
}

/** For parts that also stand on pages without a shell. */
export function useOptionalShell(): Shell | null {
  return useContext(ShellContext);
}
