"use client";
import { Button } from "#components/ui/button.tsx";
import { ChevronDown } from "#components/ui/icons.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import * as words from "#components/words/catalog/kind-picker.ts";
import { numberText } from "#components/words/format.ts";

type Kind = { value: string; label: string; count: number; href: string };
type Props = { kinds: Kind[]; value: string; all: { count: number; href: string } };

/** So many stand beside each other; the one that is shown is always among them. */
const shownKinds = 4;

/** The kinds of the catalog with how many there are of each. */
export function KindPicker({ kinds, value, all }: Props) {
  const first = kinds.slice(0, shownKinds);
  const rest = kinds.slice(shownKinds);
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
