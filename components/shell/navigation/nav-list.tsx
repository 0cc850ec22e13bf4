"use client";
import { usePathname } from "next/navigation";
import { Fragment } from "react";
import { entryClass } from "#components/shell/navigation/entry-class.ts";
import { isCurrent, navItems } from "#components/shell/navigation/navigation-items.ts";
import { ViewLinks } from "#components/shell/navigation/view-links.tsx";
import { useShell } from "#components/shell/shell-context.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/shell/navigation/nav-list.ts";

const groups = [
  { key: "main", label: words.main, heading: null },
  { key: "portal", label: words.portal, heading: null },
  { key: "administration", label: words.administration, heading: words.administration },
] as const;

/** All entries in their groups: in the sidebar, and in the drawer of a phone. */
export function NavList({ onNavigate }: { onNavigate?: (() => void) | undefined }) {
  const { base, counts, hidden, icons } = useShell();
  const pathname = usePathname();
  return groups.map((group) => {
    const items = navItems.filter((item) => item.group === group.key && !hidden?.includes(item.key));
    if (items.length === 0) return null;
    return (
      <Fragment key={group.key}>
        {group.key === "administration" ? <ViewLinks onNavigate={onNavigate} /> : null}
        <nav aria-label={group.label} className="grid gap-px">
          {group.heading ? <h2 className="px-2 pb-1 text-11 font-550 text-text-3">{group.heading}</h2> : null}
          {items.map((item) => {
            const on = isCurrent(item, base, pathname);
            return (
              <Link
                key={item.key}
                href={`${base}${item.path}`}
                aria-current={on ? "page" : undefined}
                {...(onNavigate ? { onClick: onNavigate } : {})}
                className={entryClass(on)}
              >
                {icons[item.key]}
                <span className="cut flex-1">{item.label}</span>
                {item.jump && !on ? <Kbd className="opacity-0 group-hover:opacity-100">{`g ${item.jump}`}</Kbd> : null}
                {counts?.[item.key] ? (
                  <span
                    className={
                      item.key === "inbox"
                        ? "grid h-[18px] min-w-[18px] place-items-center rounded-1 bg-accent px-1 text-11 font-600 text-on-accent tabular-nums"
                        : "text-11 font-450 text-text-3 tabular-nums"
                    }
                  >
                    {counts[item.key]}
                    {item.key === "inbox" ? <span className="sr-only"> {words.unread}</span> : null}
                  </span>
                ) : null}
              </Link>
            );
          })}
        </nav>
      </Fragment>
    );
  });
}
