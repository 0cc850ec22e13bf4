"use client";
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
  const few = fitting(kinds);
  const first = kinds.slice(0, few);
  const rest = kinds.slice(few);
  const current = rest.find((kind) => kind.value === value);
  const others = rest.filter((kind) => kind !== current);
  const shown = current === undefined ? first : [...first, current];
  return (
    <div className="flex min-w-0 items-center gap-1">
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

/** How many of the first kinds have room. */
function fitting(kinds: Kind[]): number {
  let characters = 0;
  const tooMany = kinds.slice(0, shownKinds).findIndex(({ label, count }) => {
    characters += label.length + numberText(count).length;
    return characters > shownCharacters;
  });
  return tooMany === -1 ? shownKinds : Math.max(1, tooMany);
}
