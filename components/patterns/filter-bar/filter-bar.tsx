"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState, useTransition } from "react";
import { barFrame } from "#components/patterns/filter-bar/bar-frame.ts";
import {
  type FilterField,
  type FilterPiece,
  piecesOf,
  readTyped,
  valueWords,
  withFilter,
} from "#components/patterns/filter-bar/filter-shape.ts";
import { useUnsentText } from "#components/patterns/filter-bar/unsent-text.ts";
import { useFilterText } from "#components/patterns/filter-bar/use-filter-text.ts";
import { begin } from "#components/patterns/going.ts";
import { useExactTotal } from "#components/patterns/use-exact-counts.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ListFilter, X } from "#components/ui/icons.tsx";
import { isTyping } from "#components/ui/is-typing.ts";
import { isKey, keys } from "#components/ui/keys.ts";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/filter-bar/filter-bar.ts";

export type FilterBarProps = {
  fields: FilterField[];
  /** Names what is searched: "Search the runs". Without it there are only filters. */
  label?: string | undefined;
  placeholder?: string | undefined;
  /** The parameter of what is typed freely. */
  param?: string | undefined;
  matches?: { count: number; isExact?: boolean | undefined; total?: number | undefined } | undefined;
  /** Parameters that no longer hold once a filter changes. */
  resets?: string[] | undefined;
  /** Inside the bar at the right. */
  switcher?: ReactNode;
  className?: string | undefined;
};

/** A filter that is being written, beside what it belongs to. */
export type Editing = { field: FilterField | null; piece: FilterPiece | null; anchor: HTMLElement };

const FilterEditor = lazy(() => import("#components/patterns/filter-bar/filter-editor.tsx"));
const firstPage = ["cursor", "offset", "page"];

/** Narrows a list: filters as pieces that can be changed and taken off, and free text. All of it is in the address, and back goes back. */
export function FilterBar(props: FilterBarProps) {
  const { fields, label, placeholder, param = "text", matches, resets = firstPage, switcher, className } = props;
  const pathname = usePathname();
  const router = useRouter();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const [editing, setEditing] = useState<Editing | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const pieces = piecesOf(fields, params);
  const go = (next: URLSearchParams, how: "push" | "replace" = "push") => {
    begin();
    startTransition(() => router[how](`${pathname}${next.size > 0 ? `?${next}` : ""}`, { scroll: false }));
  };
  const set = (name: string, values: string[]) => go(withFilter(params, name, values, resets));
  const text = useFilterText(label === undefined ? "" : (params.get(param) ?? ""), (value, how) =>
    label === undefined
      ? undefined
      : go(withFilter(new URLSearchParams(window.location.search), param, [value], resets), how),
  );
  useUnsentText((address) => {
    const typed = label === undefined ? undefined : text.takeAlong();
    return typed === undefined ? address : withFilter(address, param, [typed], resets);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isKey(event, keys.filter) || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const takeOff = (piece: FilterPiece) => {
    set(piece.operator.param, []);
    input.current?.focus();
  };
  const enter = () => {
    const typed = readTyped(fields, text.value);
    if (typed === null) return text.commit();
    const kept = typed.field.several ? params.getAll(typed.param).filter((value) => value !== typed.value) : [];
    const next = withFilter(params, typed.param, [...kept, typed.value], [...resets, param]);
    text.forget();
    go(next);
  };
  const clear = () => {
    let next = new URLSearchParams(params);
    for (const { operator } of pieces) next = withFilter(next, operator.param, [], resets);
    text.forget();
    go(withFilter(next, param, [], resets));
    input.current?.focus();
  };
  return (
    <search className={classNames("min-w-0", className)}>
      <form
        aria-label={words.filters}
        aria-busy={isPending || undefined}
        className={classNames(barFrame, "flex-wrap gap-y-1")}
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <Button
          size="sm"
          variant="ghost"
          icon={<ListFilter aria-hidden />}
          aria-haspopup="dialog"
          className="-ml-1.5"
          onClick={(event) => setEditing({ field: null, piece: null, anchor: event.currentTarget })}
        >
          {words.filter}
        </Button>
        {pieces.map((piece) => (
          <Piece
            key={piece.operator.param}
            piece={piece}
            onEdit={(anchor) => setEditing({ field: piece.field, piece, anchor })}
            onTakeOff={() => takeOff(piece)}
          />
        ))}
        <input
          ref={input}
          type="search"
          value={text.value}
          onChange={(event) => text.type(event.target.value)}
          onBlur={({ relatedTarget }) => {
            // Whoever goes on by a link has finished typing: written later, the text would undo their way.
            if (relatedTarget === null || relatedTarget instanceof HTMLAnchorElement) text.finish();
          }}
          onKeyDown={(event) => {
            const last = pieces.at(-1);
            if (event.key === "Backspace" && text.value === "" && last) takeOff(last);
          }}
          aria-label={label ?? words.typeAFilter}
          placeholder={placeholder ?? words.typeAFilterAs(fields[0]?.id ?? words.state)}
          spellCheck={false}
          autoComplete="off"
          className="h-6 min-w-28 flex-1 bg-transparent !outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        {matches ? (
          <span role="status" className="text-12 font-500 whitespace-nowrap text-text-2 phone:hidden">
            {isPending ? words.counting : <Matches {...matches} />}
          </span>
        ) : null}
        {pieces.length > 0 || text.value !== "" ? (
          <Button size="sm" variant="ghost" onClick={clear}>
            {words.clearAll}
          </Button>
        ) : null}
        {switcher}
      </form>
      {editing === null ? null : (
        <Suspense>
          <FilterEditor
            key={editing.piece?.operator.param ?? editing.field?.id ?? "new"}
            fields={fields}
            editing={editing}
            params={params}
            onClose={() => setEditing(null)}
            onApply={(next) => {
              setEditing(null);
              let address = new URLSearchParams(params);
              if (editing.piece) address = withFilter(address, editing.piece.operator.param, [], resets);
              go(withFilter(address, next.param, next.values, resets));
            }}
          />
        </Suspense>
      )}
    </search>
  );
}

type PieceProps = { piece: FilterPiece; onEdit: (anchor: HTMLElement) => void; onTakeOff: () => void };

/** One filter: pressed it is changed, Backspace or × takes it off. */
function Piece({ piece, onEdit, onTakeOff }: PieceProps) {
  const { field, operator } = piece;
  const told = `${field.label} ${operator.label} ${valueWords(piece)}`;
  return (
    <span className="flex h-6 max-w-full min-w-0 items-center rounded-1 bg-accent-tint text-12">
      <button
        type="button"
        aria-haspopup="dialog"
        className="cut h-6 min-w-0 rounded-1 pl-2 text-left"
        onClick={(event) => onEdit(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key === "Backspace" || event.key === "Delete") onTakeOff();
        }}
      >
        <span className="font-550 text-text">{field.label}</span> <span className="text-text-2">{operator.label}</span>{" "}
        <span className="text-accent-text">{valueWords(piece)}</span>
        <span className="sr-only">{words.changeThisFilter}</span>
      </button>
      <button
        type="button"
        aria-label={words.takeOffTheFilter(told)}
        className="grid size-6 flex-none place-items-center rounded-1 text-accent-text hover:bg-hover [&_.lucide]:size-3"
        onClick={onTakeOff}
      >
        <X aria-hidden />
      </button>
    </span>
  );
}

function Matches({ isExact: isExactAtOnce = true, total, ...matches }: NonNullable<FilterBarProps["matches"]>) {
  const { count, isExact } = useExactTotal(matches.count, isExactAtOnce);
  const shown = `${numberText(count)}${isExact ? "" : "+"}`;
  const text = total === undefined ? shown : `${shown} of ${numberText(total)}`;
  // Room for the exact figure, so that nothing moves when it comes.
  return isExactAtOnce ? text : <span className="inline-block min-w-[20ch] tabular-nums">{text}</span>;
}
