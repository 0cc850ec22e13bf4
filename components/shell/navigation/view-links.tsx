"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { entryClass } from "#components/shell/navigation/entry-class.ts";
import { useViewCounts } from "#components/shell/navigation/use-view-counts.ts";
import { useShell } from "#components/shell/shell-context.tsx";
import { ListFilter } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/shell/navigation/view-links.ts";

/** So many that the entries below stay where they are on a low screen. */
const shownAtFirst = 5;

/** The saved views of every kind, one press away on every page. */
export function ViewLinks({ onNavigate }: { onNavigate?: (() => void) | undefined }) {
  const { base, org, views = [] } = useShell();
  const isCatalog = usePathname() === `${base}/catalog`;
  const shownId = useSearchParams().get("view");
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? views : views.slice(0, shownAtFirst);
  const counts = useViewCounts(
    org.slug,
    shown.map(({ id }) => id),
  );
  if (views.length === 0) return null;
  return (
    <nav aria-label={words.savedViewsOfEveryKind} className="grid gap-px">
      <h2 className="px-2 pb-1 text-11 font-550 text-text-3">{words.savedViews}</h2>
      {shown.map((view) => {
        const isShown = isCatalog && view.id === shownId;
        return (
          <Link
            key={view.id}
            href={view.href}
            aria-current={isShown ? "page" : undefined}
            title={view.name}
            {...(onNavigate ? { onClick: onNavigate } : {})}
            className={entryClass(isShown)}
          >
            <ListFilter aria-hidden />
            <span className="cut flex-1">{view.name}</span>
            {counts.has(view.id) ? (
              <span className="text-11 font-450 text-text-3 tabular-nums">{counts.get(view.id)}</span>
            ) : null}
          </Link>
        );
      })}
      {shown.length < views.length ? (
        <button type="button" onClick={() => setShowsAll(true)} className={entryClass(false)}>
          <span className="pl-[25px]">{words.moreViews(views.length - shown.length)}</span>
        </button>
      ) : null}
    </nav>
  );
}
