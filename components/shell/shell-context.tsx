"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { NavKey } from "#components/shell/navigation/navigation-items.ts";

export type ShellOrg = { slug: string; name: string };
export type ShellPerson = { name: string; email: string; role: string; team?: string | undefined };

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
  signOut: () => Promise<void>;
};

type Layer = "none" | "palette" | "help" | "navigation";
type Shell = ShellData & {
  base: string;
  layer: Layer;
  setLayer: (layer: Layer) => void;
  /** What the palette is opened with. */
  wanted: string;
  /** Opens the palette with a text in it. */
  search: (text: string) => void;
  sideHidden: boolean;
  toggleSide: () => void;
};

const ShellContext = createContext<Shell | null>(null);

/** Who is here, where, and which layer (palette, help, navigation on a phone) lies over the page. */
export function ShellProvider({ data, children }: { data: ShellData; children: ReactNode }) {
  const [layer, setLayer] = useState<Layer>("none");
  const [wanted, setWanted] = useState("");
  const [sideHidden, setSideHidden] = useState(false);
  const shell = useMemo<Shell>(
    () => ({
      ...data,
      base: `/${data.org.slug}`,
      layer,
      setLayer: (next) => {
        setWanted("");
        setLayer(next);
      },
      wanted,
      search: (text) => {
        setWanted(text);
        setLayer("palette");
      },
      sideHidden,
      toggleSide: () => setSideHidden((hidden) => !hidden),
    }),
    [data, layer, wanted, sideHidden],
  );
  return <ShellContext value={shell}>{children}</ShellContext>;
}

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error("useShell needs an AppShell around it");
  return shell;
}

/** For parts that also stand on pages without a shell. */
export function useOptionalShell(): Shell | null {
  return useContext(ShellContext);
}
