import { viewHref } from "#components/catalog/views/view-state.ts";
import { classNames } from "#components/ui/class-names.ts";
import { ListFilter } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/catalog/views/view-list.ts";
import type { SavedView } from "#lib/catalog/views/schema.ts";

type Props = { org: string; views: SavedView[]; currentId: string | undefined };

/** The saved views of every kind, at the side of the catalog. */
export function ViewList({ org, views, currentId }: Props) {
  if (views.length === 0) return null;
  return (
    <nav aria-label={words.savedViewsOfEveryKind} className="mb-4 grid gap-px">
      <h2 className="flex h-[26px] items-center text-12 font-550 text-text-2">{words.savedViews}</h2>
      {views.map((view) => (
        <Link
          key={view.id}
          href={viewHref(org, view)}
          aria-current={view.id === currentId ? "page" : undefined}
          title={ownerWords(view)}
          className={classNames(
            "flex min-h-[28px] items-center gap-2 rounded-2 [&>.lucide]:size-3.5 [&>.lucide]:text-text-3",
            view.id === currentId ? "font-500 text-text" : "text-text-2 hover:text-text",
          )}
        >
          <ListFilter aria-hidden />
          <span className="cut flex-1">{view.name}</span>
        </Link>
      ))}
    </nav>
  );
}

function ownerWords(view: SavedView): string {
  if (view.audience === "mine") return words.yours;
  return view.team === null ? words.everybodys : words.ofTheTeam(view.team.name);
}
