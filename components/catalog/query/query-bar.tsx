"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import type { QueryBuilderProps } from "#components/catalog/query/builder/query-builder.tsx";
import type { QueryCount } from "#components/catalog/query/query-assist.tsx";
import { QueryEditor, type QueryMistake } from "#components/catalog/query/query-editor.tsx";
import { queryFrame } from "#components/catalog/query/query-frame.ts";
import { useUnsentText } from "#components/patterns/filter-bar/unsent-text.ts";
import { begin } from "#components/patterns/going.ts";
import { useExactTotal } from "#components/patterns/use-exact-counts.ts";
import { ListFilter } from "#components/ui/icons.tsx";
import { isTyping } from "#components/ui/is-typing.ts";
import { isKey, keys } from "#components/ui/keys.ts";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import * as words from "#components/words/catalog/query/query-bar.ts";
import { numberText } from "#components/words/format.ts";
import { unfoldFilter } from "#lib/catalog/entities/lists/fold-filter.ts";

export type QueryBarProps = {
  org: string;
  blueprint: string | undefined;
  /** The query that the address has. */
  value: string;
  isBuilderOpen: boolean;
  /** Null when the query could not be read. */
  matches: { count: number; isExact: boolean; total: number } | null;
  mistake: QueryMistake | undefined;
  className?: string | undefined;
};

const Builder = new LaterPart<QueryBuilderProps>(
  async () => (await import("#components/catalog/query/builder/query-builder.tsx")).QueryBuilder,
);

const noBoxes = { owner: [], lifecycle: [], type: [], tag: [], text: undefined };

/** What the builder draws is asked after this rest. */
const builderPauseMs = 350;

/** The query of a list as text and, when somebody wants it, drawn as rows; both are one. Enter asks, a change in the rows asks by itself. */
export function QueryBar(props: QueryBarProps) {
  const { org, blueprint, value, matches, mistake, className } = props;
  const pathname = usePathname();
  const router = useRouter();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const [text, setText] = useState(value);
  const [isBuilderOpen, setIsBuilderOpen] = useState(props.isBuilderOpen);
  const [counted, setCounted] = useState<QueryCount | null>(null);
  // What cannot be read matches nothing that could be counted.
  const [wrongText, setWrongText] = useState<string | null>(null);
  const [known, setKnown] = useState({ value, isBuilderOpen: props.isBuilderOpen });
  const asked = useRef(value);
  const bar = useRef<HTMLDivElement>(null);
  const builderPause = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (known.value !== value || known.isBuilderOpen !== props.isBuilderOpen) {
    setKnown({ value, isBuilderOpen: props.isBuilderOpen });
    setIsBuilderOpen(props.isBuilderOpen);
    // An answer to what was asked before must not take back what was typed since.
    if (value !== asked.current || text === known.value) {
      asked.current = value;
      setText(value);
    }
  }
  useUnsentText((address) => {
    if (text.trim() === value) return address;
    clearTimeout(builderPause.current);
    const next = new URLSearchParams(address);
    // As boxes, where it can be said so: then a box that is pressed changes what the text says about the same.
    for (const [name, given] of Object.entries(unfoldFilter({ ...noBoxes, query: text.trim() }))) {
      next.delete(name);
      for (const one of [given ?? []].flat()) if (one !== "") next.append(name, one);
    }
    return next;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isKey(event, keys.filter) || isTyping(event.target)) return;
      event.preventDefault();
      bar.current?.querySelector("textarea")?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  useEffect(() => () => clearTimeout(builderPause.current), []);

  const go = (how: "push" | "replace", query: string, mode: "filters" | "query" | "builder") => {
    clearTimeout(builderPause.current);
    const next = new URLSearchParams(params);
    for (const reset of ["query", "cursor", "offset", "page", "open", "groups"]) next.delete(reset);
    if (query.trim() !== "") next.set("query", query.trim());
    next.set("mode", mode);
    asked.current = query.trim();
    begin();
    startTransition(() => router[how](`${pathname}?${next}`, { scroll: false }));
  };
  const mode = isBuilderOpen ? "builder" : "query";
  const choose = (next: string) => {
    if (next === "filters") return go("push", text, "filters");
    setIsBuilderOpen(next === "builder");
    go("replace", text, next === "builder" ? "builder" : "query");
  };
  const draw = (next: string) => {
    setText(next);
    clearTimeout(builderPause.current);
    builderPause.current = setTimeout(() => go("push", next, "builder"), builderPauseMs);
  };
  return (
    <search ref={bar} className={className}>
      <QueryEditor
        org={org}
        blueprint={blueprint}
        value={text}
        onValueChange={setText}
        onSubmit={(next) => go("push", next, mode)}
        mistake={text === value ? mistake : undefined}
        onCount={(next) => {
          setCounted(next);
          setWrongText(next === null ? text : null);
        }}
        placeholder={words.aCondition}
        frameClass={queryFrame}
        leading={<ListFilter aria-hidden className="self-center text-text-3" />}
        aside={
          <span className="flex items-center gap-2 phone:w-full phone:justify-between">
            <span role="status" className="text-12 font-500 whitespace-nowrap text-text-2">
              <Matches
                sent={text.trim() === value && matches !== null ? matches : undefined}
                counted={counted?.text === text ? counted : undefined}
                isPending={isPending}
                isUncountable={text.trim() === "" || text === wrongText || (mistake !== undefined && text === value)}
              />
            </span>
            <Segmented
              label={words.howToNarrow}
              value={mode}
              items={[
                { value: "filters", label: words.filters },
                { value: "query", label: words.query },
                { value: "builder", label: words.builder },
              ]}
              onValueChange={choose}
            />
          </span>
        }
      />
      {isBuilderOpen ? (
        <Later
          part={Builder}
          props={{ org, blueprint, text, onTextChange: draw }}
          onLost={() => setIsBuilderOpen(false)}
        />
      ) : null}
    </search>
  );
}

type MatchesProps = {
  /** What the list says, when it is that of this text. */
  sent: NonNullable<QueryBarProps["matches"]> | undefined;
  /** What was counted while the text was typed. */
  counted: QueryCount | undefined;
  isPending: boolean;
  /** Nothing is written, or it cannot be read. */
  isUncountable: boolean;
};

function Matches({ sent, counted, isPending, isUncountable }: MatchesProps) {
  const exact = useExactTotal(sent?.count ?? 0, sent?.isExact ?? true);
  if (sent !== undefined && !isPending)
    return words.matchesOf(`${numberText(exact.count)}${exact.isExact ? "" : "+"}`, numberText(sent.total));
  if (counted !== undefined && counted.matches !== null)
    return words.matchesOf(
      `${numberText(counted.matches)}${counted.isExact ? "" : "+"}`,
      numberText(counted.total ?? 0),
    );
  if (counted !== undefined) return words.notCounted;
  return isUncountable ? null : words.counting;
}
