"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { type RefObject, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { DialogProps } from "#components/ui/dialog.tsx";
import { X } from "#components/ui/icons.tsx";
import * as words from "#components/words/ui/dialog-popup.ts";

export type DialogPopupProps = Omit<DialogProps, "trigger" | "open" | "onOpenChange"> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where the focus goes back to; without it, to where it was. */
  opener: RefObject<HTMLElement | null> | undefined;
};

const widths = { sm: "w-[420px]", md: "w-[560px]", lg: "w-[780px]" };

/** The dialog itself, over a scrim. */
export function DialogPopup(props: DialogPopupProps) {
  const { open, onOpenChange, opener, title, description, size = "md", footer, children } = props;
  const popup = useRef<HTMLDivElement>(null);
  // The first thing to fill in, or the dialog itself; never the button that closes it.
  const firstFocus = () =>
    popup.current?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select, [role=combobox]") ??
    popup.current;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-(--m-base) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 grid items-start justify-items-center overflow-y-auto px-4 pt-[12vh] pb-8">
          <Base.Popup
            ref={popup}
            initialFocus={firstFocus}
            {...(opener === undefined ? {} : { finalFocus: opener })}
            className={classNames("floating max-w-full !rounded-4", widths[size])}
          >
            <div className="flex items-start gap-3 px-5 pt-4">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-16 leading-tight font-600">{title}</Base.Title>
                {description !== undefined ? (
                  <Base.Description className="mt-1.5 text-text-2">{description}</Base.Description>
                ) : null}
              </div>
              <Base.Close
                aria-label={words.close}
                className="-mr-1.5 grid size-[26px] flex-none place-items-center rounded-2 text-text-3 hover:bg-hover"
              >
                <X aria-hidden />
              </Base.Close>
            </div>
            {children !== undefined ? <div className="px-5 pt-4">{children}</div> : null}
            <div className="flex flex-wrap items-center justify-end gap-2 px-5 pt-4 pb-4">{footer}</div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
