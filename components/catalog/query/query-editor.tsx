"use client";
import { type KeyboardEvent, type ReactNode, useCallback, useId, useRef, useState } from "react";
import type { FunctionReferenceProps } from "#components/catalog/query/function-reference.tsx";
import type { QueryAssistProps, QueryCount } from "#components/catalog/query/query-assist.tsx";
import { queryTextClass } from "#components/catalog/query/query-frame.ts";
import { cutPieces, type QueryPiece, queryPieces } from "#components/catalog/query/query-pieces.ts";
import { classNames } from "#components/ui/class-names.ts";
import { useField } from "#components/ui/field-context.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { SquareFunction } from "#components/ui/icons.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import * as words from "#components/words/catalog/query/query-editor.ts";
import type { WrittenProperty } from "#lib/catalog/queries/schema.ts";

/** Why a text is no query, and where. */
export type QueryMistake = { message: string; offset: number; end: number };

export type QueryEditorProps = {
  org: string;
  /** The kind whose properties are meant; undefined means all kinds. */
  blueprint: string | undefined;
  /** The properties of that kind where they are not the stored ones. */
  properties?: WrittenProperty[] | undefined;
  /** A condition, unless it may be any value. */
  expects?: "condition" | "value" | undefined;
  value: string;
  onValueChange: (text: string) => void;
  /** Enter was pressed, and nothing was being chosen. */
  onSubmit?: ((text: string) => void) | undefined;
  /** What the server said about `value`; what is found while typing takes its place. */
  mistake?: QueryMistake | undefined;
  /** Told while somebody types: how many entities match, or null once this is not known. */
  onCount?: ((count: QueryCount | null) => void) | undefined;
  label?: string | undefined;
  placeholder?: string | undefined;
  /** Inside the frame at the right. */
  aside?: ReactNode;
  leading?: ReactNode;
  frameClass: string;
};

/** What the assistant does with a press, and whether it took it. */
export type KeyTaker = { take: (event: KeyboardEvent) => boolean };
/** What a screen reader is told about the list of offers. */
type Listbox = { id: string; activeId: string | undefined };

const Assist = new LaterPart<QueryAssistProps>(
  async () => (await import("#components/catalog/query/query-assist.tsx")).QueryAssist,
);
const Reference = new LaterPart<FunctionReferenceProps>(
  async () => (await import("#components/catalog/query/function-reference.tsx")).FunctionReference,
);

const colors: Record<QueryPiece["kind"], string> = {
  field: "text-text",
  function: "text-accent-text",
  operator: "text-text-3",
  value: "rounded-[3px] bg-accent-tint text-accent-text",
  comment: "text-text-3 italic",
  space: "",
};
const wrong = "underline decoration-bad-mark decoration-wavy decoration-1 underline-offset-[3px]";

/**
 * Where a condition in the query language is written. It grows from one line to several, colours what is typed, underlines a mistake at its
 * characters, offers what can follow and says how many entities match. Completion, counting and the reference are fetched when somebody goes to it.
 */
export function QueryEditor(props: QueryEditorProps) {
  const {
    org,
    blueprint,
    properties,
    expects = "condition",
    value,
    onValueChange,
    onSubmit,
    onCount,
    aside,
    leading,
  } = props;
  const field = useField();
  const base = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const paint = useRef<HTMLDivElement>(null);
  const keyTaker = useRef<KeyTaker | null>(null);
  const [isWanted, setIsWanted] = useState(false);
  const [isReferenceOpen, setIsReferenceOpen] = useState(false);
  const [listbox, setListbox] = useState<Listbox | null>(null);
  const [found, setFound] = useState<{ text: string; mistake: QueryMistake | undefined } | null>(null);
  const mistake = found?.text === value ? found.mistake : found === null ? props.mistake : undefined;
  const tellMistake = useCallback(
    (text: string, next: QueryMistake | undefined) => setFound({ text, mistake: next }),
    [],
  );
  const write = (text: string, from: number, to: number) => {
    const area = input.current;
    if (area === null) return;
    area.focus();
    area.setSelectionRange(from, to);
    // Through the browser's own editing, so that its undo takes it back; deprecated without a successor.
    if (!document.execCommand("insertText", false, text)) {
      area.setRangeText(text, from, to, "end");
      onValueChange(area.value);
    }
  };
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "F1") {
      event.preventDefault();
      setIsReferenceOpen(true);
      return;
    }
    if (keyTaker.current?.take(event)) return;
    if (event.key === "Enter" && !event.shiftKey && onSubmit !== undefined) {
      event.preventDefault();
      onSubmit(value);
    }
  };
  const pieces = cutPieces(queryPieces(value), mistake);
  const isWrongAtEnd = mistake !== undefined && mistake.offset >= value.length;
  return (
    <div className="relative min-w-0">
      <div className={classNames(props.frameClass, mistake ? "!border-bad-mark" : "")}>
        {leading}
        <div className={classNames("relative min-w-0 flex-1 self-center py-0.5", queryTextClass)}>
          <div ref={paint} aria-hidden="true" className="pointer-events-none min-h-5">
            {pieces.map((piece) => (
              <span
                key={piece.place}
                data-place={piece.place}
                className={classNames(colors[piece.kind], piece.isWrong && wrong)}
              >
                {piece.text}
              </span>
            ))}
            {isWrongAtEnd ? <span className={wrong}>{"\u00a0"}</span> : null}
            {/* A last empty line takes room, too. */}
            {value.endsWith("\n") ? "\u200b" : null}
          </div>
          <textarea
            ref={input}
            id={field.controlId}
            rows={1}
            value={value}
            onChange={(event) => onValueChange(event.target.value)}
            onFocus={() => setIsWanted(true)}
            onPointerEnter={Assist.prepare}
            onKeyDown={pressed}
            role="combobox"
            aria-expanded={listbox !== null}
            aria-controls={listbox?.id}
            aria-activedescendant={listbox?.activeId}
            aria-haspopup="listbox"
            aria-autocomplete="list"
            aria-label={props.label ?? (field.controlId === undefined ? words.query : undefined)}
            aria-invalid={mistake !== undefined || field.invalid || undefined}
            aria-describedby={classNames(mistake && `${base}-mistake`, field.describedBy, `${base}-keys`)}
            placeholder={props.placeholder}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            className={classNames(
              "absolute inset-0 size-full resize-none overflow-hidden bg-transparent py-0.5 text-transparent caret-accent !outline-none placeholder:font-sans placeholder:text-13",
              queryTextClass,
              value === "" && "whitespace-nowrap",
            )}
          />
        </div>
        <span id={`${base}-keys`} className="sr-only">
          {words.keysOfTheEditor}
        </span>
        <IconButton
          label={words.functionReference}
          icon={<SquareFunction aria-hidden />}
          size="sm"
          aria-keyshortcuts="F1"
          onPointerEnter={Reference.prepare}
          onFocus={Reference.prepare}
          onClick={() => setIsReferenceOpen(true)}
        />
        {aside}
      </div>
      {isWanted ? (
        <Later
          part={Assist}
          props={{
            org,
            blueprint,
            properties,
            expects,
            text: value,
            input,
            paint,
            keyTaker,
            write,
            setListbox,
            tellMistake,
            onCount,
          }}
          onLost={() => setIsWanted(false)}
        />
      ) : null}
      {mistake === undefined ? null : (
        <p
          id={`${base}-mistake`}
          role="alert"
          className="mt-1 flex flex-wrap items-baseline gap-x-2 text-12 text-bad-text"
        >
          {mistake.message}
          <button
            type="button"
            className="text-link underline-offset-2 hover:underline"
            onClick={() => {
              input.current?.focus();
              input.current?.setSelectionRange(mistake.offset, Math.min(mistake.end, value.length));
            }}
          >
            {words.goThere}
          </button>
        </p>
      )}
      {isReferenceOpen ? (
        <Later
          part={Reference}
          props={{
            org,
            onClose: () => setIsReferenceOpen(false),
            onChoose: (inserted) => {
              setIsReferenceOpen(false);
              const area = input.current;
              // After the dialog has given the focus back.
              setTimeout(() => write(inserted, area?.selectionStart ?? 0, area?.selectionEnd ?? 0), 60);
            },
          }}
          onLost={() => setIsReferenceOpen(false)}
        />
      ) : null}
    </div>
  );
}
