"use client";
import { useEffect, useMemo, useState } from "react";
import {
  findPages,
  type PageLimits,
  type PaletteGroup,
  type PaletteSearch,
} from "#components/shell/palette/palette-items.tsx";
import { readRecent } from "#components/shell/palette/recent-items.ts";
import { findVerbs } from "#components/shell/palette/verbs.tsx";
import type { ShellOrg } from "#components/shell/shell-context.tsx";
import * as words from "#components/words/shell/palette/use-palette-groups.ts";

type Found = { text: string; groups: PaletteGroup[]; durationMs: number; failed: boolean };
const nothing: Found = { text: "", groups: [], durationMs: 0, failed: false };

/** Recent things first, pages at once, everything else as soon as the server answers. */
export function usePaletteGroups(input: {
  open: boolean;
  text: string;
  orgSlug: string;
  hidden: PageLimits["hidden"];
  settingsPaths: PageLimits["settingsPaths"];
  orgs: ShellOrg[];
  search: PaletteSearch;
}): { groups: PaletteGroup[]; pending: boolean; failed: boolean; durationMs: number | null } {
  const { open, text, orgSlug, hidden, settingsPaths, orgs, search } = input;
  const [found, setFound] = useState<Found>(nothing);
  const wanted = text.trim();
  useEffect(() => {
    if (!open || wanted === "") return;
    let stale = false;
    const timer = setTimeout(async () => {
      const startedAt = performance.now();
      try {
        const groups = await search(wanted);
        if (!stale) setFound({ text: wanted, groups, durationMs: performance.now() - startedAt, failed: false });
      } catch {
        if (!stale) setFound({ text: wanted, groups: [], durationMs: 0, failed: true });
      }
    }, 90);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [open, wanted, search]);
  const groups = useMemo(() => {
    if (!open) return [];
    const lower = wanted.toLowerCase();
    const recent = readRecent(orgSlug).filter((item) => item.title.toLowerCase().includes(lower));
    const recentIds = new Set(recent.map((item) => item.id));
    const all: PaletteGroup[] = [
      { title: words.recent, items: recent },
      ...(wanted === "" ? [] : found.groups),
      { title: words.doLabel, items: findVerbs(wanted, { base: `/${orgSlug}`, orgs, settingsPaths }) },
      { title: words.pages, items: findPages(`/${orgSlug}`, wanted, { hidden, settingsPaths }) },
    ];
    return all
      .map((group) =>
        group.title === words.recent
          ? group
          : { ...group, items: group.items.filter((item) => !recentIds.has(item.id)) },
      )
      .filter((group) => group.items.length > 0);
  }, [open, wanted, orgSlug, hidden, settingsPaths, orgs, found]);
  const pending = wanted !== "" && found.text !== wanted;
  const answered = wanted !== "" && !pending && !found.failed;
  return {
    groups,
    pending,
    failed: found.failed && !pending && wanted !== "",
    durationMs: answered ? found.durationMs : null,
  };
}
