"use client";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from "react";
import {
  type PlacedProblem,
  placeProblems,
  type ReadText,
  readDraftText,
} from "#components/catalog/blueprints/check-draft.ts";
import { type JsonToken, jsonTokens } from "#components/catalog/blueprints/json-tokens.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { CircleX } from "#components/ui/icons.tsx";
import * as words from "#components/words/catalog/blueprints/json-part.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

export type JsonPartProps = {
  text: string;
  /** What the server found, by field. */
  problems: FieldProblem[];
  onText: (text: string, read: ReadText) => void;
};

const colors: Record<JsonToken["kind"], string> = {
  name: "text-text",
  text: "text-accent-text",
  number: "text-warn-text",
  word: "text-note-text",
  sign: "text-text-3",
};

/** The same definition as JSON, with line numbers; what is wrong stands at its line, and below with the way there. */
export function JsonPart({ text, problems, onText }: JsonPartProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const base = useId();
  const found = useMemo(() => {
    const own = readDraftText(text).problems;
    return own.length > 0 ? own : placeProblems(text, problems);
  }, [text, problems]);
  const lines = text.split("\n");
  // Lines have no identity but their number.
  const numbers = lines.map((_, index) => index + 1);
  const wrong = new Set(found.map(({ line }) => line));
  useEffect(() => {
    if (problems.length > 0) area.current?.focus();
  }, [problems]);

  function goTo({ line, column }: PlacedProblem) {
    const offset = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0) + column - 1;
    area.current?.focus();
    area.current?.setSelectionRange(offset, offset);
    area.current?.scrollIntoView({ block: "nearest" });
  }

  // A new line begins where the one above does. `insertText` keeps what the browser can take back.
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== "Enter" || event.metaKey || event.ctrlKey || event.altKey || event.nativeEvent.isComposing)
      return;
    const { selectionStart, value } = event.currentTarget;
    const line = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
    const indent = /^\s*/.exec(line)?.[0] ?? "";
    const deeper = /[[{]\s*$/.test(line) ? "  " : "";
    if (document.execCommand("insertText", false, `\n${indent}${deeper}`)) event.preventDefault();
  }

  return (
    <div className="grid gap-3">
      <div
        className={classNames(
          "overflow-hidden rounded-3 border bg-panel shadow-1 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-offset-1 has-[textarea:focus-visible]:outline-focus",
          found.length > 0 ? "border-bad-mark" : "border-line-control",
        )}
      >
        <div className="grid grid-cols-[auto_minmax(0,1fr)] font-mono text-12 leading-[20px]">
          <div aria-hidden className="border-r border-line bg-sunken py-2.5 text-right text-text-3 select-none">
            {numbers.map((number) => (
              <span
                key={number}
                className={classNames(
                  "block px-2.5",
                  wrong.has(number) && "bg-bad-tint font-600 text-bad-text shadow-[inset_2px_0_0_var(--bad-mark)]",
                )}
              >
                {number}
              </span>
            ))}
          </div>
          <div className="overflow-x-auto">
            <div className="relative min-h-[320px] min-w-full">
              <pre aria-hidden className="pointer-events-none min-w-max px-3 py-2.5 whitespace-pre">
                {jsonTokens(text).map((token) => (
                  <span key={token.place} className={colors[token.kind]}>
                    {token.text}
                  </span>
                ))}
                {"\n"}
              </pre>
              <textarea
                ref={area}
                value={text}
                aria-label={words.label}
                aria-invalid={found.length > 0 || undefined}
                aria-describedby={found.length > 0 ? `${base}-problems` : undefined}
                spellCheck={false}
                autoCapitalize="off"
                autoComplete="off"
                wrap="off"
                onChange={(event) => onText(event.target.value, readDraftText(event.target.value))}
                onKeyDown={onKeyDown}
                className="absolute inset-0 size-full resize-none overflow-hidden bg-transparent px-3 py-2.5 whitespace-pre text-transparent caret-accent !outline-none selection:bg-accent-tint selection:text-accent-text"
              />
            </div>
          </div>
        </div>
      </div>
      <div id={`${base}-problems`} role="status">
        {found.length === 0 ? (
          <p className="text-12 text-text-3">{words.inStep}</p>
        ) : (
          <ul className="grid gap-1 text-12">
            {found.map((problem) => (
              <li
                key={`${problem.line} ${problem.column} ${problem.path} ${problem.message}`}
                className="flex items-start gap-2"
              >
                <CircleX aria-hidden className="mt-[5px] !size-3.5 flex-none text-bad-text" />
                <span className="min-w-0 pt-[3px] text-bad-text [overflow-wrap:anywhere]">
                  {problem.message}
                  {problem.path ? <span className="mono text-text-3"> {problem.path}</span> : null}
                </span>
                <Button size="sm" variant="ghost" className="ml-auto" onClick={() => goTo(problem)}>
                  {words.line(problem.line, problem.column)}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
