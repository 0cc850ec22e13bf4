"use client";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChevronDown } from "#components/ui/icons.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import * as words from "#components/words/catalog/kind-picker.ts";
import { numberText } from "#components/words/format.ts";

type Kind = { value: string; label: string; count: number; href: string };
type Props = { kinds: Kind[]; value: string; all: { count: number; href: string } };

/** So many stand beside each other, fewer when their names and counts are long; the one that is shown is always among them. */
const shownKinds = 4;
const shownCharacters = 46;

/** The kinds of the catalog with how many there are of each. */
export function KindPicker({ kinds, value, all }: Props) {
  const shown = shownOf(kinds, value);
  const others = kinds.filter((kind) => !shown.includes(kind));
  const frame = useRef<HTMLDivElement>(null);
  // On a narrow screen the row scrolls; the kind that is shown is in sight.
  useEffect(() => {
    const current = frame.current?.querySelector<HTMLElement>(`[aria-current]`);
    if (value !== "" && current) current.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [value]);
  return (
    <div ref={frame} className="flex min-w-0 items-center gap-1">
      <Segmented
        label={words.kinds}
        value={value}
        items={[
          ...shown.map((kind) => ({ ...kind, count: numberText(kind.count) })),
          { value: "all", label: words.all, count: numberText(all.count), href: all.href },
        ]}
      />
      {others.length === 0 ? null : (
        <Menu
          label={words.moreKinds}
          trigger={
            <Button size="sm" variant="ghost" iconAfter={<ChevronDown aria-hidden />}>
              {words.more}
            </Button>
          }
          items={others.map(({ label, href, count }) => ({ label, href, hint: numberText(count) }))}
        />
      )}
    </div>
  );
}

/** The first kinds, as many as have room; one that is shown and stands further back takes a place behind them. */
function shownOf(kinds: Kind[], value: string): Kind[] {
  const first = fitting(kinds, shownCharacters);
  const current = kinds.find((kind) => kind.value === value);
  if (current === undefined || first.includes(current)) return first;
  return [...fitting(kinds, shownCharacters - lengthOf(current)), current];
}

function fitting(kinds: Kind[], room: number): Kind[] {
  let characters = 0;
  const tooMany = kinds.slice(0, shownKinds).findIndex((kind) => {
    characters += lengthOf(kind);
    return characters > room;
  });
  return kinds.slice(0, tooMany === -1 ? shownKinds : Math.max(1, tooMany));
}

function lengthOf({ label, count }: Kind): number {
  return label.length + numberText(count).length;
}
