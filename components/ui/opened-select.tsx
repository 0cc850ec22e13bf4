"use client";
import { Select as Base } from "@base-ui/react/select";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useField } from "#components/ui/field-context.ts";
import { Check, ChevronDown } from "#components/ui/icons.tsx";
import type { SelectProps } from "#components/ui/select.tsx";

export type OpenedSelectProps = Omit<SelectProps, "defaultValue" | "placeholder"> & {
  /** What is chosen, as the button shows it. */
  chosen: ReactNode;
  /** Called when it stands there: what stood in its place goes. Always the same function. */
  onThere: () => void;
};

/** A select from the moment on in which it was first opened. */
export function OpenedSelect(props: OpenedSelectProps) {
  const { items, value, onValueChange, name, disabled, required, className, chosen, onThere } = props;
  const field = useField();
  const button = useRef<HTMLButtonElement>(null);
  // Before the next paint, so that never both are seen.
  useLayoutEffect(() => onThere(), [onThere]);
  return (
    <Base.Root
      defaultOpen
      items={items}
      value={value ?? null}
      onValueChange={(next) => {
        if (typeof next === "string") onValueChange?.(next);
      }}
      name={name}
      disabled={disabled}
      required={required}
      modal={false}
    >
      <Base.Trigger
        ref={button}
        id={field.controlId}
        aria-label={props["aria-label"]}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid || undefined}
        className={className}
      >
        <Base.Value className="min-w-0 flex-1">{() => chosen}</Base.Value>
        <Base.Icon className="text-text-3">
          <ChevronDown aria-hidden className="!size-3.5" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} alignItemWithTrigger={false} className="z-50">
          <Base.Popup
            finalFocus={button}
            className="floating max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1"
          >
            <Base.List>
              {items.map((item) => (
                <Base.Item
                  key={item.value}
                  value={item.value}
                  disabled={item.disabled ?? false}
                  className="flex min-h-[34px] cursor-pointer items-center gap-2 rounded-1 px-2 outline-none select-none data-disabled:cursor-not-allowed data-disabled:text-text-3 data-highlighted:bg-selected [&>.lucide]:text-text-3"
                >
                  {item.icon}
                  <Base.ItemText>{item.label}</Base.ItemText>
                  {item.hint !== undefined ? <span className="text-12 text-text-3">{item.hint}</span> : null}
                  <Base.ItemIndicator className="ml-auto pl-3">
                    <Check aria-hidden className="!size-3.5 text-accent-text" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
