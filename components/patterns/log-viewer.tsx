"use client";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { LogText } from "#components/patterns/log-text.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ArrowDownToLine, Search } from "#components/ui/icons.tsx";
import { keyboardScrolling } from "#components/ui/keyboard-scrolling.ts";
import * as words from "#components/words/patterns/log-viewer.ts";

export type LogLineKind = "text" | "step" | "command" | "ok" | "warn" | "error" | "dim";
export type LogLine = {
  number: number;
  /** Time as it is shown (12:04:31), or an ISO date. */
  at: string;
  /** A secret stands as `[masked: name]`. */
  text: string;
  kind?: LogLineKind | undefined;
  /** After the text, dimmed: "attempt 2 of 3". */
  detail?: string | undefined;
};
export type LogViewerProps = {
  title: ReactNode;
  lines: LogLine[];
  /** How many there are when not all are shown. */
  total?: number | undefined;
  /** More lines are coming. */
  live?: boolean | undefined;
  aside?: ReactNode;
  className?: string | undefined;
};

const kinds: Record<LogLineKind, string> = {
  text: "",
  step: "font-550",
  command: "text-log-cmd",
  ok: "text-log-ok",
  warn: "text-log-warn",
  error: "text-log-bad",
  dim: "text-log-dim",
};
const button =
  "inline-flex h-6 items-center gap-1.5 rounded-1 border border-log-line px-2 text-log-text hover:border-log-dim phone:h-8 [&_.lucide]:size-3.5";

function shownTime(at: string): string {
  return at.length > 8 && !Number.isNaN(Date.parse(at)) ? new Date(at).toTimeString().slice(0, 8) : at;
}

/** What a run says, on basalt in both themes. Following is a state one sees; scrolling up leaves it. */
export function LogViewer({ title, lines, total, live, aside, className }: LogViewerProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(live ?? false);
  const [finding, setFinding] = useState(false);
  const [wanted, setWanted] = useState("");
  const shown = useMemo(() => {
    const text = wanted.trim().toLowerCase();
    return text === "" ? lines : lines.filter((line) => line.text.toLowerCase().includes(text));
  }, [lines, wanted]);
  useEffect(() => {
    const box = scroller.current;
    if (following && box && shown.length > 0) box.scrollTop = box.scrollHeight;
  }, [following, shown.length]);
  const onScroll = () => {
    const box = scroller.current;
    if (!box || !live) return;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
    if (!atEnd && following) setFollowing(false);
  };
  const count =
    total !== undefined && total !== shown.length ? words.ofLines(shown.length, total) : words.shownLines(shown.length);
  return (
    <section
      aria-label={words.log}
      className={classNames(
        "flex min-w-0 flex-col overflow-hidden rounded-3 border border-log-line bg-log-bg text-log-text",
        className,
      )}
    >
      <header className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b border-log-line py-1 pr-3 pl-4 phone:py-2 text-12 font-500 text-log-dim">
        <h2 className="font-550 text-log-text">{title}</h2>
        <span className="tabular-nums">{count}</span>
        <span className="ml-auto flex items-center gap-2">
          {finding ? (
            <input
              type="search"
              aria-label={words.findInLog}
              placeholder={words.findPlaceholder}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Escape") return;
                setWanted("");
                setFinding(false);
              }}
              className="h-6 w-36 rounded-1 border border-log-dim bg-transparent px-2 text-log-text outline-log-cmd placeholder:text-log-dim phone:h-8"
            />
          ) : (
            <button type="button" className={button} onClick={() => setFinding(true)}>
              <Search aria-hidden />
              {words.find}
            </button>
          )}
          {live ? (
            <button type="button" aria-pressed={following} className={button} onClick={() => setFollowing(!following)}>
              <ArrowDownToLine aria-hidden />
              {following ? words.following : words.follow}
            </button>
          ) : null}
          {aside}
        </span>
      </header>
      <section
        ref={scroller}
        onScroll={onScroll}
        {...keyboardScrolling}
        aria-label={words.linesOf(title)}
        className="max-h-[70vh] min-h-24 overflow-y-auto py-2 font-mono text-12 leading-[20px] [font-variant-ligatures:none] phone:text-11 phone:leading-[18px]"
      >
        <ol aria-live={live ? "polite" : "off"} aria-relevant="additions">
          {shown.map((line, place) => (
            <li
              key={line.number}
              className={classNames(
                "grid grid-cols-[44px_66px_minmax(0,1fr)] pr-4 phone:grid-cols-[34px_minmax(0,1fr)]",
                line.kind === "step" && place > 0 && "mt-1.5 border-t border-log-line pt-1.5",
              )}
            >
              <span className="pr-3 text-right text-log-dim select-none">{line.number}</span>
              <time className="text-log-dim select-none phone:hidden" suppressHydrationWarning>
                {shownTime(line.at)}
              </time>
              <span className={classNames("[overflow-wrap:anywhere] whitespace-pre-wrap", kinds[line.kind ?? "text"])}>
                <LogText text={line.text} />
                {line.detail ? <span className="font-400 text-log-dim"> {line.detail}</span> : null}
                {live && place === shown.length - 1 && following ? (
                  <span aria-hidden="true" className="ml-1.5 inline-block h-3.5 w-[7px] bg-log-cmd align-[-2px]" />
                ) : null}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </section>
  );
}
