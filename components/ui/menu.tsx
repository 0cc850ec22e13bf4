"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import { Fragment, type ReactElement, type ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Kbd } from "#components/ui/kbd.tsx";

export type MenuAction = {
  kind?: "item" | undefined;
  label: string;
  icon?: ReactNode;
  href?: string | undefined;
  onSelect?: (() => void) | undefined;
  /** Shown as a key cap; the key itself is handled elsewhere. */
  shortcut?: string | undefined;
  hint?: ReactNode;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
};
export type MenuChoice = {
  kind: "choice";
  label: string;
  value: string;
  options: { value: string; label: string; icon?: ReactNode }[];
  onValueChange: (value: string) => void;
};
export type MenuEntry = MenuAction | MenuChoice | { kind: "separator" } | { kind: "heading"; label: ReactNode };

export type MenuProps = {
  /** Names the menu for screen readers. */
  label: string;
  trigger: ReactElement<Record<string, unknown>>;
  items: MenuEntry[];
  align?: "start" | "center" | "end" | undefined;
  side?: "top" | "bottom" | "left" | "right" | undefined;
};

const row =
  "flex min-h-[30px] cursor-pointer items-center gap-2 rounded-1 px-2 outline-none select-none data-disabled:cursor-not-allowed data-disabled:text-text-3 data-highlighted:bg-selected [&>.lucide]:text-text-3 phone:min-h-10";

/** What can be done with the thing whose button opens it. */
export function Menu({ label, trigger, items, align = "start", side = "bottom" }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} side={side} className="z-50">
          <Base.Popup
            aria-label={label}
            className="floating max-h-(--available-height) min-w-[200px] overflow-y-auto p-1"
          >
            {items.map((entry, index) => (
              // Entries are a fixed list; separators have nothing but their place.
              <Fragment key={entry.kind === "separator" ? `separator-${index}` : String(entry.label)}>
                <Entry entry={entry} />
              </Fragment>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === "separator") return <Base.Separator className="mx-[-4px] my-1 h-px bg-line" />;
  if (entry.kind === "heading")
    return <div className="px-2 pt-1.5 pb-1 text-11 font-550 text-text-3">{entry.label}</div>;
  if (entry.kind === "choice") {
    return (
      <Base.RadioGroup value={entry.value} onValueChange={(next) => entry.onValueChange(String(next))}>
        <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-11 font-550 text-text-3">{entry.label}</Base.GroupLabel>
        {entry.options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={row}>
            {option.icon}
            <span className="flex-1">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden className="!size-3.5 text-accent-text" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    );
  }
  const content = (
    <>
      {entry.icon}
      <span className="flex-1">{entry.label}</span>
      {entry.hint !== undefined ? <span className="text-12 text-text-3">{entry.hint}</span> : null}
      {entry.shortcut ? <Kbd>{entry.shortcut}</Kbd> : null}
    </>
  );
  const classes = classNames(row, entry.danger && "text-bad-text");
  if (entry.href !== undefined && !entry.disabled) {
    return (
      <Base.LinkItem closeOnClick className={classes} render={<Link href={entry.href} />}>
        {content}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item className={classes} disabled={entry.disabled ?? false} onClick={() => entry.onSelect?.()}>
      {content}
    </Base.Item>
  );
}
