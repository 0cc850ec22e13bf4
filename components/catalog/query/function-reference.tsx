"use client";
import { useEffect, useState } from "react";
import { restGet } from "#components/patterns/rest-client.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Search } from "#components/ui/icons.tsx";
import { Input } from "#components/ui/input.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import * as words from "#components/words/catalog/query/function-reference.ts";
import { grammar } from "#lib/catalog/query/text/grammar.ts";

type FunctionEntry = {
  name: string;
  signature: string;
  yields: string;
  description: string;
  example: string;
  source: string;
  isAvailable: boolean;
  connect: string;
};
export type FunctionReferenceProps = { org: string; onClose: () => void; onChoose: (inserted: string) => void };

/** Every function of the language with what it takes and yields: searched, and written into the text by a press. */
export function FunctionReference({ org, onClose, onChoose }: FunctionReferenceProps) {
  const [entries, setEntries] = useState<FunctionEntry[] | "failed" | null>(null);
  const [text, setText] = useState("");
  useEffect(() => {
    const gone = new AbortController();
    restGet<FunctionEntry[]>(org, "/queries/functions", {}, gone.signal).then(setEntries, () => {
      if (!gone.signal.aborted) setEntries("failed");
    });
    return () => gone.abort();
  }, [org]);
  const [shows, setShows] = useState("functions");
  const found = Array.isArray(entries) ? findEntries(entries, text) : [];
  const functions = (
    <>
      <Input
        type="search"
        prefix={<Search aria-hidden />}
        aria-label={words.searchTheFunctions}
        placeholder={words.searchTheFunctions}
        value={text}
        onChange={(event) => setText(event.target.value)}
        suffix={
          Array.isArray(entries) ? (
            <span role="status" className="text-12 text-text-3 tabular-nums">
              {words.shownOf(found.length, entries.length)}
            </span>
          ) : undefined
        }
      />
      <ul className="mt-3 grid h-[52vh] content-start gap-px overflow-y-auto">
        {entries === null ? <li className="p-2 text-text-3">{words.loading}</li> : null}
        {entries === "failed" ? <li className="p-2 text-bad-text">{words.notRead}</li> : null}
        {Array.isArray(entries) && found.length === 0 ? (
          <li className="p-2 text-text-3">{words.noFunctionMatches}</li>
        ) : null}
        {found.map((entry) => (
          <li key={entry.name}>
            <button
              type="button"
              className="grid w-full gap-0.5 rounded-1 px-2 py-1.5 text-left -outline-offset-2 hover:bg-hover"
              onClick={() => onChoose(insertedOf(entry))}
            >
              <span className="font-mono text-12 break-words">
                {entry.signature} <span className="text-text-3">→ {entry.yields}</span>
              </span>
              <span className="text-12 text-text-2">{entry.description}</span>
              <span className="font-mono text-12 break-words text-text-3">{entry.example}</span>
              {entry.isAvailable ? null : <span className="text-12 text-warn-text">{words.needs(entry.connect)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="lg"
      title={words.functionsOfTheLanguage}
      description={words.whatTheyAreFor}
    >
      <Segmented
        label={words.reference}
        value={shows}
        onValueChange={setShows}
        className="mb-3"
        items={[
          { value: "functions", label: words.functions },
          { value: "grammar", label: words.grammar },
        ]}
      />
      {shows === "grammar" ? <Grammar /> : functions}
    </Dialog>
  );
}

/** How the text of a query is written, for who wants to know it exactly. */
function Grammar() {
  return <CodeBlock label={words.grammar} text={grammar} className="max-h-[58vh] overflow-y-auto" />;
}

function insertedOf({ name, signature }: FunctionEntry): string {
  if (!signature.includes("(")) return name;
  return signature.endsWith("()") ? `${name}()` : `${name}(`;
}

/** Those that have all words; those with them in their name come first. */
function findEntries(entries: FunctionEntry[], text: string): FunctionEntry[] {
  const wanted = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const has = (known: string) => wanted.every((word) => known.toLowerCase().includes(word));
  const found = entries.filter((entry) =>
    has(`${entry.signature} ${entry.description} ${entry.example} ${entry.source}`),
  );
  return [...found.filter(({ name }) => has(name)), ...found.filter(({ name }) => !has(name))];
}
