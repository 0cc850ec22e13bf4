"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, type UIEvent, useEffect, useId, useRef, useState, useTransition } from "react";
import { barFrame } from "#components/patterns/filter-bar/bar-frame.ts";
import { type QueryToken, queryTokens } from "#components/patterns/query-tokens.ts";
import { useExactTotal } from "#components/patterns/use-exact-counts.ts";
import { classNames } from "#components/ui/class-names.ts";
import { ListFilter } from "#components/ui/icons.tsx";
import { isTyping } from "#components/ui/is-typing.ts";
import { isKey, keys } from "#components/ui/keys.ts";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/query-bar.ts";

export type QueryBarProps = {
  value: string;
  param?: string | undefined;
  matches?: { count: number; isExact?: boolean | undefined; total: number } | undefined;
  error?: ReactNode;
  /** Offered while a field name is typed. */
  fields?: string[] | undefined;
  /** Inside the bar at the right: query or builder. */
  switcher?: ReactNode;
  placeholder?: string | undefined;
  className?: string | undefined;
};

const colors: Record<QueryToken["kind"], string> = {
  field: "text-text",
  operator: "text-text-3",
  value: "rounded-[3px] bg-accent-tint text-accent-text",
  space: "",
};

/** The one language for lists and rules. Enter asks; how many match stands inside the bar. */
export function QueryBar(props: QueryBarProps) {
  const { value, param = "query", matches, error, fields, switcher, className } = props;
  const { placeholder = words.allNarrowWithACondition } = props;
  const pathname = usePathname();
  const router = useRouter();
  const params = useSearchParams();
  const [text, setText] = useState(value);
  const [pending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const paint = useRef<HTMLDivElement>(null);
  const base = useId();
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isKey(event, keys.filter) || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const ask = () => {
    const next = new URLSearchParams(params);
    if (text.trim() === "") next.delete(param);
    else next.set(param, text.trim());
    for (const reset of ["cursor", "offset", "page"]) next.delete(reset);
    startTransition(() => router.push(`${pathname}${next.size > 0 ? `?${next}` : ""}`, { scroll: false }));
  };
  const followScroll = (event: UIEvent<HTMLInputElement>) => {
    if (paint.current) paint.current.scrollLeft = event.currentTarget.scrollLeft;
  };
  return (
    <search className={classNames("min-w-0", className)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
        className={classNames(barFrame, error ? "!border-bad-mark" : "")}
      >
        <ListFilter aria-hidden className="text-text-3" />
        <div className="relative h-6 min-w-0 flex-1 font-mono text-12 leading-[24px] whitespace-pre">
          <div ref={paint} aria-hidden="true" className="pointer-events-none absolute inset-0 overflow-hidden">
            {queryTokens(text).map((token) => (
              <span key={token.place} className={colors[token.kind]}>
                {token.text}
              </span>
            ))}
          </div>
          <input
            ref={input}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onScroll={followScroll}
            list={fields ? `${base}-fields` : undefined}
            aria-label={words.query}
            aria-invalid={Boolean(error) || undefined}
            aria-describedby={error ? `${base}-error` : undefined}
            placeholder={placeholder}
            spellCheck={false}
            autoComplete="off"
            className="absolute inset-0 w-full bg-transparent text-transparent caret-accent !outline-none placeholder:font-sans placeholder:text-13"
          />
          {fields ? (
            <datalist id={`${base}-fields`}>
              {fields.map((field) => (
                <option key={field} value={field} />
              ))}
            </datalist>
          ) : null}
        </div>
        {matches ? (
          <span role="status" className="text-12 font-500 whitespace-nowrap text-text-2 phone:hidden">
            {pending ? words.counting : <Matches {...matches} />}
          </span>
        ) : null}
        {switcher}
      </form>
      {error ? (
        <p id={`${base}-error`} role="alert" className="mt-1 text-12 text-bad-text">
          {error}
        </p>
      ) : null}
    </search>
  );
}

function Matches({ isExact: isExactAtOnce = true, total, ...matches }: NonNullable<QueryBarProps["matches"]>) {
  const { count, isExact } = useExactTotal(matches.count, isExactAtOnce);
  const text = words.matchesOf(`${numberText(count)}${isExact ? "" : "+"}`, numberText(total));
  // Room for the exact figure, so that nothing moves when it comes.
  return isExactAtOnce ? text : <span className="inline-block min-w-[28ch] tabular-nums">{text}</span>;
}
