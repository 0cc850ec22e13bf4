"use client";
import { Combobox as Base } from "@base-ui/react/combobox";
import { type ReactNode, useEffect, useState } from "react";
import { Check } from "#components/ui/icons.tsx";
import * as words from "#components/words/ui/combobox-options.ts";

export type ComboboxOption = {
  value: string;
  label: string;
  description?: string | undefined;
  /** An avatar, a team badge, an icon. */
  leading?: ReactNode;
};

/** Options for what was typed: filtered here when all are known, asked for (after a pause) when they are loaded. */
export function useComboboxOptions(
  options: ComboboxOption[] | undefined,
  load: ((text: string) => Promise<ComboboxOption[]>) | undefined,
  text: string,
): { found: ComboboxOption[]; pending: boolean; failed: boolean } {
  const [found, setFound] = useState<ComboboxOption[]>(options ?? []);
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!load) return;
    let stale = false;
    const timer = setTimeout(async () => {
      setPending(true);
      try {
        const next = await load(text.trim());
        if (!stale) setFound(next);
        if (!stale) setFailed(false);
      } catch {
        if (!stale) setFailed(true);
      } finally {
        if (!stale) setPending(false);
      }
    }, 150);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [load, text]);
  return { found: load ? found : (options ?? []), pending, failed };
}

/** The list that opens under a combobox. */
export function ComboboxPopup({
  pending,
  failed,
  emptyText,
}: {
  pending: boolean;
  failed: boolean;
  emptyText: string;
}) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={6} className="z-50">
        <Base.Popup
          aria-busy={pending || undefined}
          className="floating max-h-[min(320px,var(--available-height))] w-(--anchor-width) min-w-56 overflow-y-auto p-1"
        >
          <Base.Status className="text-12 text-text-3">
            {failed ? <span className="block px-2 py-1.5 text-bad-text">{words.theListCould}</span> : null}
          </Base.Status>
          <Base.Empty className="text-12 text-text-3">
            <span className="block px-2 py-1.5">{pending ? words.searching : emptyText}</span>
          </Base.Empty>
          <Base.List>
            {(option: ComboboxOption) => (
              <Base.Item
                key={option.value}
                value={option}
                className="flex min-h-[34px] cursor-pointer items-center gap-2 rounded-1 px-2 outline-none select-none data-highlighted:bg-selected [&>.lucide]:text-text-3"
              >
                {option.leading}
                <span className="cut">{option.label}</span>
                {option.description ? <span className="cut text-12 text-text-3">{option.description}</span> : null}
                <Base.ItemIndicator className="ml-auto pl-2">
                  <Check aria-hidden className="!size-3.5 text-accent-text" />
                </Base.ItemIndicator>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
