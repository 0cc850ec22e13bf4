"use client";
import { useEffect, useRef, useState } from "react";
import { moved, numberOrText, type OptionDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { OptionMark } from "#components/catalog/blueprints/option-color.tsx";
import { atIndex, type OnUpdate, type Update } from "#components/catalog/blueprints/update.ts";
import { WrittenInput } from "#components/catalog/blueprints/written-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "#components/ui/icons.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/catalog/blueprints/option-list.ts";
import type { OptionColor } from "#lib/catalog/properties/schema.ts";

export type OptionListProps = {
  options: OptionDraft[];
  isNumeric: boolean;
  errorOf: (path: string) => string | undefined;
  onChange: OnUpdate<OptionDraft[]>;
};

const colors = Object.entries(words.colors) as [OptionColor, string][];

/** The values that can be chosen, each with the name people read and its colour. */
export function OptionList({ options, isNumeric, errorOf, onChange }: OptionListProps) {
  const list = useRef<HTMLOListElement>(null);
  const isAdded = useRef(false);
  // Changes when rows change places, so that what is being typed goes along with its row.
  const [order, setOrder] = useState(0);
  const rearrange: OnUpdate<OptionDraft[]> = (update) => {
    setOrder((earlier) => earlier + 1);
    onChange(update);
  };
  const change = (index: number, update: Update<OptionDraft>) => atIndex(onChange, index)(update);
  // A value is known by its place: it is being written.
  const placed = options.map((option, place) => ({ option, key: `${order} ${place}` }));
  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    list.current?.lastElementChild?.querySelector("input")?.focus();
  });
  const add = () => {
    isAdded.current = true;
    onChange((now) => [...now, { value: "" }]);
  };
  return (
    <div className="grid gap-1.5">
      <ol ref={list} aria-label={words.values} className="grid gap-1.5">
        {placed.map(({ option, key }, index) => {
          const problem = errorOf(`${index}.value`) ?? errorOf(`${index}`);
          const name = String(option.value);
          return (
            <li key={key} className="grid gap-1">
              <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_108px_auto] items-center gap-1.5 phone:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
                <WrittenInput
                  value={option.value}
                  aria-label={words.value(index + 1)}
                  aria-invalid={problem !== undefined}
                  placeholder={words.valuePlaceholder}
                  mono
                  read={isNumeric ? numberOrText : String}
                  onChange={(value) => change(index, (now) => ({ ...now, value: (value ?? "") as string }))}
                />
                <Input
                  value={option.title ?? ""}
                  aria-label={words.title(index + 1)}
                  placeholder={name || words.titlePlaceholder}
                  autoComplete="off"
                  onChange={({ target: { value: title } }) => change(index, (now) => withTitle(now, title))}
                />
                <Select
                  aria-label={words.color(index + 1)}
                  value={option.color ?? ""}
                  onValueChange={(color) => change(index, (now) => withColor(now, color as OptionColor | ""))}
                  items={[
                    { value: "", label: words.noColor, icon: <OptionMark color={undefined} /> },
                    ...colors.map(([value, label]) => ({ value, label, icon: <OptionMark color={value} /> })),
                  ]}
                />
                <span className="flex phone:justify-self-end">
                  <IconButton
                    label={words.moveUp(name)}
                    icon={<ArrowUp />}
                    disabled={index === 0}
                    onClick={() => rearrange((now) => moved(now, index, index - 1))}
                  />
                  <IconButton
                    label={words.moveDown(name)}
                    icon={<ArrowDown />}
                    disabled={index === options.length - 1}
                    onClick={() => rearrange((now) => moved(now, index, index + 1))}
                  />
                  <IconButton
                    label={words.remove(name)}
                    icon={<Trash2 />}
                    onClick={() => rearrange((now) => now.toSpliced(index, 1))}
                  />
                </span>
              </div>
              {problem === undefined ? null : <p className="text-12 text-bad-text">{problem}</p>}
            </li>
          );
        })}
      </ol>
      <div>
        <Button size="sm" icon={<Plus />} onClick={add}>
          {words.add}
        </Button>
      </div>
    </div>
  );
}

function withTitle({ title: _, ...option }: OptionDraft, title: string): OptionDraft {
  return title === "" ? option : { ...option, title };
}

function withColor({ color: _, ...option }: OptionDraft, color: OptionColor | ""): OptionDraft {
  return color === "" ? option : { ...option, color };
}
