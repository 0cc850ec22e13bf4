"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useRouter } from "next/navigation";
import { memo, startTransition, useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { MarkedText } from "#components/shell/palette/marked-text.tsx";
import {
  type PaletteGroup,
  type PaletteItem,
  type PalettePreview,
  type PaletteSearch,
  paletteIcon,
} from "#components/shell/palette/palette-items.tsx";
import { rememberItem } from "#components/shell/palette/recent-items.ts";
import { usePaletteGroups } from "#components/shell/palette/use-palette-groups.ts";
import type { Act } from "#components/shell/palette/verbs.tsx";
import { useLayer, useShell } from "#components/shell/shell-context.tsx";
import { pressWhenThere } from "#components/shell/shortcuts/page-keys.ts";
import { switchTheme } from "#components/shell/theme/use-theme.ts";
import { Glyph } from "#components/ui/glyph.tsx";
import { Search } from "#components/ui/icons.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Later } from "#components/ui/later.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/shell/palette/command-palette.tsx";

const restMs = 250;

/** Finds pages, entities and actions from one line. Opens with ⌘K or Ctrl-K. */
export function CommandPalette({ search, preview }: { search: PaletteSearch; preview?: PalettePreview | undefined }) {
  const { setLayer, org, orgs, hidden, settingsPaths, signOut } = useShell();
  const { layer, wanted } = useLayer();
  const say = useToast();
  const router = useRouter();
  const [text, setText] = useState(wanted);
  const open = layer === "palette";
  // The letter is seen first, what it finds after that: the list is drawn while the next letter may already come.
  const [sought, setSought] = useState(wanted);
  const [rested, restOn] = useRested();
  // And it is still there while it goes away.
  const wasOpen = useDeferredValue(open);
  const { groups, pending, failed, durationMs } = usePaletteGroups({
    open: open || wasOpen,
    text: sought,
    orgSlug: org.slug,
    hidden,
    settingsPaths,
    orgs,
    search,
  });
  // Each time it opens it begins with what is wanted then; while it goes away it stays as it was.
  const [begun, setBegun] = useState<string | null>(open ? wanted : null);
  const begins = open ? wanted : null;
  if (begun !== begins) {
    setBegun(begins);
    if (begins !== null) {
      setText(begins);
      setSought(begins);
    }
  }
  const perform = useCallback(
    async (act: Act) => {
      if (act === "theme") switchTheme();
      if (act === "sign-out") await signOut();
      if (act !== "copy-link") return;
      try {
        await navigator.clipboard.writeText(window.location.href);
        say({ title: words.theLinkToThisPage });
      } catch {
        say({ tone: "bad", title: words.theBrowserDoesNotLet, description: window.location.href });
      }
    },
    [say, signOut],
  );
  const choose = useCallback(
    (item: PaletteItem) => {
      setLayer(item.act === "help" ? "help" : "none");
      if (item.act !== undefined) void perform(item.act);
      if (item.href === undefined) return;
      rememberItem(org.slug, item);
      router.push(item.href);
      if (item.press !== undefined) pressWhenThere(item.href, item.press);
    },
    [setLayer, perform, org.slug, router],
  );
  const items = useMemo(() => groups.map((group) => ({ ...group, value: group.title })), [groups]);
  const count = groups.reduce((sum, group) => sum + group.items.length, 0);
  const summary = pending
    ? "Searching…"
    : durationMs === null
      ? ""
      : words.inMs(count, Math.max(1, Math.round(durationMs)));
  return (
    <Dialog.Root open={open} onOpenChange={(next) => setLayer(next ? "palette" : "none")}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-(--m-base) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          aria-label={words.searchOrRun}
          className="floating fixed inset-x-0 top-[12vh] z-50 mx-auto flex max-h-[min(600px,76vh)] w-[900px] max-w-[calc(100vw-24px)] flex-col overflow-hidden !rounded-4 phone:top-3"
        >
          <Autocomplete.Root
            open
            inline
            items={items}
            value={text}
            onValueChange={(next, details) => {
              if (details.reason === "item-press" || details.reason === "escape-key") return;
              setText(next);
              startTransition(() => setSought(next));
            }}
            itemToStringValue={(item: PaletteItem) => item.title}
            filter={null}
            onItemHighlighted={restOn}
            autoHighlight="always"
            keepHighlight
          >
            <div
              className="flex h-[54px] flex-none items-center gap-3 border-b border-line px-4"
              // What is chosen is what the whole text finds, however fast ↵ comes after it.
              onKeyDownCapture={(event) => {
                if (event.key === "Enter" && text !== sought) flushSync(() => setSought(text));
              }}
            >
              <Search aria-hidden className="text-text-3" />
              <Autocomplete.Input
                aria-label={words.searchPagesEntitiesAndActions}
                placeholder={words.searchOrRunPlaceholder}
                className="min-w-0 flex-1 bg-transparent text-16 !outline-none"
              />
              <span role="status" className="text-12 whitespace-nowrap text-text-3">
                {summary}
              </span>
              <Kbd>{words.esc}</Kbd>
            </div>
            <div className="flex min-h-0 flex-1">
              <div className="min-h-0 min-w-0 flex-1 overflow-y-auto overscroll-contain px-2 pt-1.5 pb-3">
                {failed ? <p className="px-2 py-3 text-text-2">{words.theSearchDidNotAnswer}</p> : null}
                <Autocomplete.Empty>
                  {groups.length === 0 ? (
                    <p className="px-2 py-3 text-text-2">
                      {pending ? words.searching : words.nothingIsCalled(text.trim())}
                    </p>
                  ) : null}
                </Autocomplete.Empty>
                <Found wanted={sought.trim()} onChoose={choose} />
              </div>
              {preview === undefined ? null : (
                <div className="w-[290px] flex-none overflow-y-auto border-l border-line bg-sunken max-[1000px]:hidden">
                  {rested === undefined || !wasOpen ? null : (
                    <Later part={preview} props={{ org: org.slug, item: rested }} />
                  )}
                </div>
              )}
            </div>
          </Autocomplete.Root>
          <div
            aria-hidden="true"
            className="flex h-10 flex-none items-center gap-4 border-t border-line px-4 text-12 text-text-3 phone:hidden"
          >
            <span className="flex items-center gap-1">
              <Kbd>{"↑"}</Kbd>
              {words.textMove(<Kbd>{"↓"}</Kbd>)}
            </span>
            <span className="flex items-center gap-1">{words.textOpen(<Kbd>{"↵"}</Kbd>)}</span>
            <span className="flex items-center gap-1">{words.escClose(<Kbd>{words.esc}</Kbd>)}</span>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The item on which the mark has rested for a moment: whoever types or walks on is not made to wait for what is told of each. */
function useRested(): [PaletteItem | undefined, (item: PaletteItem | undefined) => void] {
  const [rested, setRested] = useState<PaletteItem | undefined>();
  const [timer] = useState({ id: undefined as ReturnType<typeof setTimeout> | undefined });
  useEffect(() => () => clearTimeout(timer.id), [timer]);
  const restOn = useCallback(
    (item: PaletteItem | undefined) => {
      clearTimeout(timer.id);
      if (item !== undefined) timer.id = setTimeout(() => startTransition(() => setRested(item)), restMs);
    },
    [timer],
  );
  return [rested, restOn];
}

/** What was found, drawn again only when it is another. */
const Found = memo(function Found({ wanted, onChoose }: { wanted: string; onChoose: (item: PaletteItem) => void }) {
  return (
    <Autocomplete.List>
      {(group: PaletteGroup) => (
        <Autocomplete.Group key={group.title} items={group.items}>
          <Autocomplete.GroupLabel className="px-2 pt-2.5 pb-1 text-11 font-550 text-text-3">
            {group.title}
            {group.total !== undefined ? <span className="ml-1 font-450">{group.total}</span> : null}
          </Autocomplete.GroupLabel>
          <Autocomplete.Collection>
            {(item: PaletteItem) => (
              <Autocomplete.Item
                key={item.id}
                value={item}
                onClick={() => onChoose(item)}
                className="group flex min-h-9 cursor-pointer items-center gap-2.5 rounded-2 px-2 outline-none select-none data-highlighted:bg-selected phone:min-h-11"
              >
                <PaletteRow item={item} wanted={wanted} />
              </Autocomplete.Item>
            )}
          </Autocomplete.Collection>
        </Autocomplete.Group>
      )}
    </Autocomplete.List>
  );
});

function PaletteRow({ item, wanted }: { item: PaletteItem; wanted: string }) {
  return (
    <>
      <Glyph icon={paletteIcon(item)} tone={item.kind === "action" ? "accent" : "neutral"} />
      <span className="cut max-w-[62%] flex-none font-500">
        <MarkedText text={item.title} wanted={wanted} />
      </span>
      {item.detail ? <span className="cut text-12 text-text-3">{item.detail}</span> : null}
      <span className="ml-auto flex flex-none items-center gap-2">
        {item.keys?.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
        {item.level ? <Milestone level={item.level.rank} name={item.level.name} size={16} className="text-12" /> : null}
        <Kbd className="opacity-0 group-data-highlighted:opacity-100">{"↵"}</Kbd>
      </span>
    </>
  );
}
