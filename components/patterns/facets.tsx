"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
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
  const exactOf = useExactFacets();
  const toggle = (param: string, value: string, on: boolean) => {
    const next = new URLSearchParams(params);
    const kept = next.getAll(param).filter((other) => other !== value);
    next.delete(param);
    for (const other of on ? [...kept, value] : kept) next.append(param, other);
    for (const reset of resets) next.delete(reset);
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
          {group.options.map((option) => {
            const { count, isExact } = exactOf(group.param, option, group.isExact ?? true);
            const on = params.getAll(group.param).includes(option.value);
            return (
              <Checkbox
                key={option.value}
                label={option.label}
                count={`${numberText(count)}${isExact ? "" : "+"}`}
                checked={on}
                onCheckedChange={(next) => toggle(group.param, option.value, next)}
                className={on ? "font-500" : "text-text-2"}
              />
            );
          })}
        </fieldset>
      ))}
    </form>
  );
}
