"use client";
import { usePathname } from "next/navigation";
import { isCurrent, navItems } from "#components/shell/navigation/navigation-items.ts";
import { useShell } from "#components/shell/shell-context.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/shell/navigation/phone-bar.ts";

/** Five places under the thumb. */
export function PhoneBar() {
  const { base, counts, hidden, icons } = useShell();
  const pathname = usePathname();
  return (
    <nav
      aria-label={words.mainPlaces}
      className="fixed inset-x-0 bottom-0 z-30 hidden h-[58px] border-t border-line-2 bg-ground px-1.5 pt-1 pb-1.5 phone:flex print:!hidden"
    >
      {navItems
        .filter((item) => item.phone && !hidden?.includes(item.key))
        .map((item) => {
          const on = isCurrent(item, base, pathname);
          return (
            <Link
              key={item.key}
              href={`${base}${item.path}`}
              aria-current={on ? "page" : undefined}
              className={classNames(
                "relative flex h-12 min-w-0 flex-1 flex-col items-center justify-center gap-[3px] rounded-2 text-11 -outline-offset-2 [&>.lucide]:size-5",
                on ? "font-550 text-accent-text" : "font-450 text-text-2 [&>.lucide]:text-text-3",
              )}
            >
              {icons[item.key]}
              {item.key === "inbox" && counts?.inbox ? (
                <span className="absolute top-0.5 left-1/2 ml-1 grid h-4 min-w-4 place-items-center rounded-1 bg-accent px-1 text-11 leading-none font-600 text-on-accent tabular-nums">
                  {counts.inbox}
                  <span className="sr-only"> {words.unread}</span>
                </span>
              ) : null}
              <span className="cut max-w-full">{item.label}</span>
            </Link>
          );
        })}
    </nav>
  );
}
