import { classNames } from "#components/ui/class-names.ts";

/** How an entry of the sidebar looks, and the one of the page that is open. */
export function entryClass(isOpen: boolean): string {
  return classNames(
    "group motion-fast flex h-7 items-center gap-[9px] rounded-2 px-2 phone:h-11",
    isOpen
      ? "bg-deck font-550 text-text inset-ring inset-ring-line-2 [&>.lucide]:text-accent"
      : "font-450 text-text-2 hover:bg-hover hover:text-text [&>.lucide]:text-text-3",
  );
}
