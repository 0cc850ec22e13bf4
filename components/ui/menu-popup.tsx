"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { Fragment, type RefObject } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Check } from "#components/ui/icons.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Link } from "#components/ui/link.tsx";
import type { MenuEntry, MenuProps } from "#components/ui/menu.tsx";
import { isOfOpener } from "#components/ui/use-opener.ts";

const row =
  "flex min-h-[30px] cursor-pointer items-center gap-2 rounded-1 px-2 outline-none select-none data-disabled:cursor-not-allowed data-disabled:text-text-3 data-highlighted:bg-selected [&>.lucide]:text-text-3 phone:min-h-10";

export type MenuPopupProps = Omit<MenuProps, "trigger"> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  opener: RefObject<HTMLElement | null>;
};

/** What a menu holds, under the button that opens it. */
export function MenuPopup({ label, items, align = "start", side = "bottom", ...props }: MenuPopupProps) {
  const { open, onOpenChange, opener } = props;
  return (
    <Base.Root
      modal={false}
      open={open}
      onOpenChange={(next, details) => {
        if (isOfOpener(details.event, opener.current)) details.cancel();
        else onOpenChange(next);
      }}
    >
      <Base.Portal>
        <Base.Positioner anchor={opener} sideOffset={6} align={align} side={side} className="z-50">
          <Base.Popup
            aria-label={label}
            finalFocus={opener}
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
