"use client";
import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";

export type PopoverProps = {
  trigger: ReactElement<Record<string, unknown>>;
  title?: ReactNode;
  align?: "start" | "center" | "end" | undefined;
  defaultOpen?: boolean | undefined;
  children: ReactNode;
};

/** More about the thing under it, without leaving the page. */
export function Popover({ trigger, title, align = "start", defaultOpen = false, children }: PopoverProps) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        {/* On a phone it is as wide as the window, so that no control beside it is half covered. */}
        <Base.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-50">
          <Base.Popup className="floating w-[320px] max-w-(--available-width) p-4 phone:w-[calc(100vw-16px)]">
            {title !== undefined ? <Base.Title className="mb-2 font-600">{title}</Base.Title> : null}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
