"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState, useTransition } from "react";
import { withUnsentText } from "#components/patterns/filter-bar/unsent-text.ts";
import { begin } from "#components/patterns/going.ts";
import { useExactFacets } from "#components/patterns/use-exact-counts.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/facets.ts";

export type FacetGroup = {
  /** Name in the address; chosen values repeat it. */
  param: string;
  title: string;
  options: { value: string; label: string; count: number }[];
  /** False when there may be more of each than its count says. */
  isExact?: boolean | undefined;
};
export type FacetsProps = {
  groups: FacetGroup[];
  /** What is chosen, by parameter, when the address writes it otherwise: pressing a box then sets all of them. */
  choices?: Record<string, string[]> | undefined;
  /** Parameters that no longer hold once the filter changes. */
  resets?: string[] | undefined;
  className?: string | undefined;
};

/** So many values of a group are shown until somebody wants more. */
const shownValues = 8;
/** From so many on there is a search in them. */
const searchedValues = 15;

/** Narrows a list. Counts are those under the current filter; the choice lives in the address. */
export function Facets({ groups, choices, resets = ["cursor", "offset", "page"], className }: FacetsProps) {
  const pathname = usePathname();
  const router = useRouter();
  const address = useSearchParams();
  const params = new URLSearchParams(address);
  for (const [param, values] of Object.entries(choices ?? {})) {
    params.delete(param);
    for (const value of values) params.append(param, value);
  }
  const [pending, startTransition] = useTransition();
  // What was pressed is shown, and gone on from, before its list is there.
  const [asked, setAsked] = useState(params);
  const current = pending ? asked : params;
  const toggle = (param: string, value: string, on: boolean) => {
    const next = new URLSearchParams(withUnsentText(current));
    const kept = next.getAll(param).filter((other) => other !== value);
    next.delete(param);
    for (const other of on ? [...kept, value] : kept) next.append(param, other);
    for (const reset of resets) next.delete(reset);
    setAsked(next);
    begin();
    startTransition(() => router.replace(`${pathname}${next.size > 0 ? `?${next}` : ""}`, { scroll: false }));
  };
  return (
    <form
      aria-label={words.filters}
      aria-busy={pending || undefined}
      className={classNames("grid content-start gap-3", className)}
      onSubmit={(event) => event.preventDefault()}
    >
      {groups.map((group) => (
        <fieldset key={group.param} className="m-0 grid min-w-0 gap-px border-0 p-0">
          <legend className="flex h-[26px] items-center text-12 font-550 text-text-2">{group.title}</legend>
          <Options group={group} chosen={current.getAll(group.param)} onToggle={toggle} />
        </fieldset>
      ))}
    </form>
  );
}

type OptionsProps = {
  group: FacetGroup;
  chosen: string[];
  onToggle: (param: string, value: string, on: boolean) => void;
};

/** The most frequent values and those that are chosen; all of them, and a search in them, when somebody wants more. */
function Options({ group, chosen, onToggle }: OptionsProps) {
  const exactOf = useExactFacets();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState("");
  const { options, param, title } = group;
  const few = options.filter((option, index) => index < shownValues || chosen.includes(option.value));
  const isLong = options.length > few.length;
  const wanted = text.trim().toLowerCase();
  const found = options.filter(({ value, label }) => `${label} ${value}`.toLowerCase().includes(wanted));
  const shown = isOpen ? found : few;
  return (
    <>
      {isOpen && options.length > searchedValues ? (
        <input
          type="search"
          aria-label={words.searchIn(title)}
          placeholder={words.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="mb-1 h-7 min-w-0 rounded-1 border border-line-control bg-panel px-2 text-12"
        />
      ) : null}
      <div className={isOpen ? "grid max-h-[320px] gap-px overflow-y-auto" : "contents"}>
        {shown.map((option) => {
          const { count, isExact } = exactOf(param, option, group.isExact ?? true);
          const on = chosen.includes(option.value);
          return (
            <Checkbox
              key={option.value}
              label={option.label}
              count={`${numberText(count)}${isExact ? "" : "+"}`}
              checked={on}
              onCheckedChange={(next) => onToggle(param, option.value, next)}
              className={on ? "font-500" : "text-text-2"}
            />
          );
        })}
        {shown.length === 0 ? <p className="text-12 text-text-3">{words.noneLikeIt}</p> : null}
      </div>
      {isLong || isOpen ? (
        <button
          type="button"
          aria-expanded={isOpen}
          className="h-6 justify-self-start text-12 text-link hover:underline"
          onClick={() => {
            setIsOpen(!isOpen);
            setText("");
          }}
        >
          {isOpen ? words.showFewer(title) : words.showMore(numberText(options.length - few.length), title)}
        </button>
      ) : null}
    </>
  );
}
