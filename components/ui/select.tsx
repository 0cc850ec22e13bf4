"use client";
import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { controlClass } from "#components/ui/control-class.ts";
import { useField } from "#components/ui/field-context.ts";

export type SelectItem = {
  value: string;
  label: string;
  icon?: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};
export type SelectProps = {
  items: SelectItem[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  name?: string | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  "aria-label"?: string | undefined;
  className?: string | undefined;
};

/** One of several known values. For few choices with consequences use RadioCards. */
export function Select(props: SelectProps) {
  const {
    items,
    value,
    defaultValue,
    onValueChange,
    name,
    placeholder = "Choose…",
    disabled,
    required,
    className,
  } = props;
  const field = useField();
  return (
    <Base.Root
      items={items}
      {...(value !== undefined ? { value } : {})}
      {...(defaultValue !== undefined ? { defaultValue } : {})}
      onValueChange={(next) => {
        if (typeof next === "string") onValueChange?.(next);
      }}
      name={name}
      disabled={disabled}
      required={required}
      modal={false}
    >
      <Base.Trigger
        id={field.controlId}
        aria-label={props["aria-label"]}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid || undefined}
        className={classNames(
          controlClass(field),
          "focus-visible:border-accent focus-visible:outline-offset-1 data-disabled:cursor-not-allowed data-disabled:border-dashed data-disabled:border-line-2 data-disabled:bg-sunken data-disabled:text-text-3",
          className,
        )}
      >
        <Base.Value className="min-w-0 flex-1 data-placeholder:text-text-3">
          {(selected: string | null) => (
            <Chosen item={items.find((item) => item.value === selected)} placeholder={placeholder} />
          )}
        </Base.Value>
        <Base.Icon className="text-text-3">
          <ChevronDown aria-hidden className="!size-3.5" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className="floating max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1">
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

function Chosen({ item, placeholder }: { item: SelectItem | undefined; placeholder: string }) {
  if (!item) return <span className="text-text-3">{placeholder}</span>;
  return (
    <span className="flex min-w-0 items-center gap-2 [&>.lucide]:text-text-3">
      {item.icon}
      <span className="cut flex-1">{item.label}</span>
      {item.hint !== undefined ? <span className="text-12 text-text-3">{item.hint}</span> : null}
    </span>
  );
}
