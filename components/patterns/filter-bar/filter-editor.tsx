"use client";
import { Popover } from "@base-ui/react/popover";
import { type FormEvent, useState } from "react";
import type { Editing } from "#components/patterns/filter-bar/filter-bar.tsx";
import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { ChevronRight } from "#components/ui/icons.tsx";
import { Input } from "#components/ui/input.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/filter-bar/filter-editor.ts";

type Applied = { param: string; values: string[] };
type Props = {
  fields: FilterField[];
  editing: Editing;
  params: URLSearchParams;
  onClose: () => void;
  onApply: (next: Applied) => void;
};

/** Chooses what to filter by, then how and by which value. Loaded when somebody wants a filter. */
export default function FilterEditor({ fields, editing, params, onClose, onApply }: Props) {
  const [field, setField] = useState<FilterField | null>(
    editing.field ?? (fields.length === 1 ? fields[0] : null) ?? null,
  );
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Popover.Portal>
        {/* On a phone it is as wide as the window, so that no control beside it is half covered. */}
        <Popover.Positioner anchor={editing.anchor} sideOffset={6} collisionPadding={8} align="start" className="z-50">
          <Popover.Popup
            finalFocus={() => editing.anchor}
            className="floating w-[300px] max-w-(--available-width) p-1 phone:w-[calc(100vw-16px)]"
          >
            <Popover.Title className="sr-only">
              {field === null ? words.filterBy : words.filterByOf(field.label)}
            </Popover.Title>
            {field === null ? (
              <ul>
                {fields.map((offered) => (
                  <li key={offered.id}>
                    <button
                      type="button"
                      className="flex min-h-[30px] w-full items-center gap-2 rounded-1 px-2 text-left -outline-offset-2 hover:bg-hover phone:min-h-10"
                      onClick={() => setField(offered)}
                      onKeyDown={(event) => {
                        const step = event.key === "ArrowDown" ? "nextElementSibling" : "previousElementSibling";
                        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
                        event.preventDefault();
                        event.currentTarget.closest("li")?.[step]?.querySelector("button")?.focus();
                      }}
                    >
                      <span className="flex-1">{offered.label}</span>
                      <ChevronRight aria-hidden className="size-3.5 text-text-3" />
                    </button>
                  </li>
                ))}
              </ul>
            ) : (
              <ValueForm key={field.id} field={field} editing={editing} params={params} onApply={onApply} />
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function ValueForm({ field, editing, params, onApply }: Omit<Props, "fields" | "onClose"> & { field: FilterField }) {
  const own = editing.piece?.field.id === field.id ? editing.piece : null;
  const [param, setParam] = useState((own?.operator ?? field.operators[0]).param);
  const [values, setValues] = useState(own?.values ?? params.getAll(param));
  const [first = ""] = values;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onApply({ param, values: values.filter((value) => value.trim() !== "").map((value) => value.trim()) });
  };
  const operators =
    field.operators.length > 1 ? (
      <Segmented
        label={words.how}
        value={param}
        items={field.operators.map((operator) => ({ value: operator.param, label: operator.label }))}
        onValueChange={setParam}
      />
    ) : null;
  const label = `${field.label} ${field.operators.find((operator) => operator.param === param)?.label ?? ""}`;
  if (field.kind === "choice") {
    const options = field.options ?? [];
    return (
      <form onSubmit={submit} className="grid gap-2 p-2">
        {operators}
        <fieldset className="m-0 border-0 p-0">
          <legend className="mb-1 text-12 font-550">{label}</legend>
          <div className="grid max-h-[46vh] gap-px overflow-y-auto">
            {field.several
              ? options.map((option) => (
                  <Checkbox
                    key={option.value}
                    label={option.label}
                    count={option.count}
                    checked={values.includes(option.value)}
                    onCheckedChange={(on) =>
                      setValues(on ? [...values, option.value] : values.filter((value) => value !== option.value))
                    }
                  />
                ))
              : options.map((option) => (
                  <button
                    key={option.value}
                    type="button"
                    aria-pressed={values.includes(option.value)}
                    className="flex min-h-[30px] items-center gap-2 rounded-1 px-2 text-left -outline-offset-2 [overflow-wrap:anywhere] hover:bg-hover aria-pressed:bg-selected aria-pressed:font-550 phone:min-h-10"
                    onClick={() => onApply({ param, values: [option.value] })}
                  >
                    <span className="flex-1">{option.label}</span>
                    {option.count === undefined ? null : (
                      <span className="numeric text-12 font-400 text-text-3">{numberText(option.count)}</span>
                    )}
                  </button>
                ))}
          </div>
        </fieldset>
        {field.several ? <ApplyButton /> : null}
      </form>
    );
  }
  return (
    <form onSubmit={submit} className="grid gap-2.5 p-2">
      {operators}
      <Field label={label}>
        <Input
          type={field.kind === "day" ? "date" : "text"}
          value={first}
          autoComplete="off"
          onChange={(event) => setValues([event.target.value])}
        />
      </Field>
      <ApplyButton />
    </form>
  );
}

function ApplyButton() {
  return (
    <div className="flex justify-end">
      <Button type="submit" size="sm" variant="primary">
        {words.apply}
      </Button>
    </div>
  );
}
