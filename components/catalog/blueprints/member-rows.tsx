"use client";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { moved } from "#components/catalog/blueprints/blueprint-draft.ts";
import type { OnUpdate } from "#components/catalog/blueprints/update.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from "#components/ui/icons.tsx";
import * as words from "#components/words/catalog/blueprints/member-rows.ts";

export type MemberRow = {
  icon: ReactNode;
  title: string;
  /** As programs call it. */
  name?: string | undefined;
  about: string;
  pills?: ReactNode;
  hasProblem: boolean;
};

type Props<T> = {
  label: string;
  items: T[];
  rowOf: (item: T, index: number) => MemberRow;
  form: (item: T, index: number) => ReactNode;
  onChange: OnUpdate<T[]>;
  create: () => T;
  addLabel: string;
  emptyText: string;
  /** The code of the forms, where it is fetched later. */
  later?: { prepare: () => void; fetch: () => Promise<unknown> } | undefined;
};

/** What a kind has, in order. Each row opens to its form in place; Alt and an arrow key move it, and so do its buttons. */
export function MemberRows<T>({ label, items, rowOf, form, onChange, create, addLabel, emptyText, later }: Props<T>) {
  const [open, setOpen] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);
  /** Where the focus goes once the rows are drawn: a row, or the first field of the opened form. */
  const focus = useRef<{ index: number; part: "row" | "form" } | null>(null);
  // Rows are known by their place: what they are called is being written.
  const rows = items.map((item, index) => ({ ...rowOf(item, index), key: `row ${index}` }));
  const firstProblem = rows.findIndex(({ hasProblem }) => hasProblem);

  // Only when a problem comes, and before it is looked for: whoever closes the row afterwards has seen it.
  const [seenProblem, setSeenProblem] = useState(-1);
  if (firstProblem !== seenProblem) {
    setSeenProblem(firstProblem);
    if (firstProblem >= 0) setOpen(firstProblem);
  }

  useEffect(() => {
    const wanted = focus.current;
    if (wanted === null) return;
    focus.current = null;
    const row = list.current?.children[wanted.index];
    row?.querySelector<HTMLElement>(wanted.part === "row" ? "button[aria-expanded]" : "input, textarea")?.focus();
  });

  // How many there are by then: others may come or go while the form of a new one is fetched.
  const count = useRef(items.length);
  useEffect(() => {
    count.current = items.length;
  }, [items.length]);

  function move(from: number, to: number) {
    if (to < 0 || to >= items.length) return;
    onChange((now) => moved(now, from, to));
    setOpen((current) => (current === from ? to : current === to ? from : current));
    focus.current = { index: to, part: "row" };
    setSaid(words.isNow(rows[from]?.title ?? "", to + 1, items.length));
  }

  function remove(index: number) {
    onChange((now) => now.toSpliced(index, 1));
    setOpen(null);
    focus.current = { index: Math.min(index, items.length - 2), part: "row" };
    setSaid(words.isRemoved(rows[index]?.title ?? ""));
  }

  async function add() {
    // The new form is gone into at once, so it has to be there; without a network the row says so by itself.
    await later?.fetch().catch(() => undefined);
    const index = count.current;
    count.current += 1;
    onChange((now) => [...now, create()]);
    setOpen(index);
    focus.current = { index, part: "form" };
  }

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(index, event.key === "ArrowUp" ? index - 1 : index + 1);
  }

  return (
    <div className="overflow-hidden rounded-3 border border-line-2 bg-panel shadow-1 has-[[role=listbox]]:overflow-visible">
      {items.length === 0 ? <p className="px-4 py-4 text-12 text-text-3">{emptyText}</p> : null}
      <ul ref={list} aria-label={label}>
        {rows.map((row, index) => (
          <li
            key={row.key}
            className={classNames("border-t border-line first:border-t-0", open === index && "bg-sunken")}
          >
            <div className="flex min-h-11 items-center gap-2 pr-3 pl-2 hover:bg-hover phone:min-h-[52px]">
              <button
                type="button"
                aria-expanded={open === index}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                className="flex min-w-0 flex-1 items-center gap-2.5 self-stretch rounded-2 pl-2 text-left -outline-offset-2"
                onPointerEnter={later?.prepare}
                onFocus={later?.prepare}
                onClick={() => setOpen(open === index ? null : index)}
                onKeyDown={(event) => onKeyDown(event, index)}
              >
                <ChevronRight
                  aria-hidden
                  className={classNames("motion-fast !size-3.5 flex-none text-text-3", open === index && "rotate-90")}
                />
                <span aria-hidden className="flex-none text-text-3">
                  {row.icon}
                </span>
                <RowText row={row} />
              </button>
              <span className="flex flex-none items-center phone:hidden">
                <MoveButtons title={row.title} index={index} count={items.length} onMove={(to) => move(index, to)} />
                <IconButton label={words.remove(row.title)} icon={<Trash2 />} onClick={() => remove(index)} />
              </span>
            </div>
            {open === index ? (
              <div className="grid gap-4 border-t border-line px-4 pt-4 pb-5">
                {form(items[index] as T, index)}
                <div className="hidden items-center gap-1 phone:flex">
                  <MoveButtons title={row.title} index={index} count={items.length} onMove={(to) => move(index, to)} />
                  <Button size="sm" icon={<Trash2 />} onClick={() => remove(index)} className="ml-auto">
                    {words.removeShort}
                  </Button>
                </div>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="border-t border-line px-3 py-2 first:border-t-0">
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus />}
          onPointerEnter={later?.prepare}
          onFocus={later?.prepare}
          onClick={add}
        >
          {addLabel}
        </Button>
      </div>
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}

function RowText({ row }: { row: MemberRow }) {
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 py-1.5">
      <span className="grid min-w-0 flex-1 basis-36">
        <span className={classNames("cut font-550", row.hasProblem && "text-bad-text")}>
          {row.title === "" ? words.untitled : row.title}
        </span>
        {row.name === undefined || row.name === "" ? null : (
          <span className="cut font-mono text-11 text-text-3">{row.name}</span>
        )}
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-1.5 text-12 text-text-2">
        {row.pills}
        {row.about}
      </span>
    </span>
  );
}

type MoveProps = { title: string; index: number; count: number; onMove: (to: number) => void };

function MoveButtons({ title, index, count, onMove }: MoveProps) {
  return (
    <>
      <IconButton
        label={words.moveUp(title)}
        icon={<ArrowUp />}
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
      />
      <IconButton
        label={words.moveDown(title)}
        icon={<ArrowDown />}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      />
    </>
  );
}
