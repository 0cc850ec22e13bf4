"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactElement, type ReactNode, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type DialogProps = {
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** The button that opens it; leave out when `open` is controlled from elsewhere. */
  trigger?: ReactElement<Record<string, unknown>> | undefined;
  title: ReactNode;
  description?: ReactNode;
  size?: "sm" | "md" | "lg" | undefined;
  footer?: ReactNode;
  children?: ReactNode;
};

const widths = { sm: "w-[420px]", md: "w-[560px]", lg: "w-[780px]" };

/** Asks for one thing and gives the page back. Esc and the scrim close it; focus returns to where it was. */
export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  size = "md",
  footer,
  children,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  // The first thing to fill in, or the dialog itself; never the button that closes it.
  const firstFocus = () =>
    popup.current?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select, [role=combobox]") ??
    popup.current;
  return (
    <Base.Root {...(open !== undefined ? { open } : {})} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-(--m-base) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 grid items-start justify-items-center overflow-y-auto px-4 pt-[12vh] pb-8">
          <Base.Popup
            ref={popup}
            initialFocus={firstFocus}
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
                aria-label="Close"
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

/** Wraps the button that closes the dialog it stands in. */
export function DialogClose({ children }: { children: ReactElement<Record<string, unknown>> }) {
  return <Base.Close render={children} />;
}
