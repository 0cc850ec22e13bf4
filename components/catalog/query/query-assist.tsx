"use client";
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from "react";
import { type ForeignForm, foreignForms } from "#components/catalog/query/foreign-forms.ts";
import { NewestAnswer } from "#components/catalog/query/newest-answer.ts";
import { OfferList, type Offers } from "#components/catalog/query/offer-list.tsx";
import type { KeyTaker, QueryMistake } from "#components/catalog/query/query-editor.tsx";
import { findUndecided, type Undecided, UndecidedNote } from "#components/catalog/query/undecided-note.tsx";
import { restPost } from "#components/patterns/rest-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Code } from "#components/ui/code.tsx";
import * as words from "#components/words/catalog/query/query-assist.tsx";
import type { WrittenProperty } from "#lib/catalog/queries/schema.ts";

export type QueryCount = {
  /** The text that was counted. */
  text: string;
  /** Null when counting took too long. */
  matches: number | null;
  isExact: boolean;
  total: number | null;
};
type CountAnswer = Omit<QueryCount, "text"> & { problem: QueryMistake | null };
type Translated = { text: string | null; problem: { place: string; message: string } | null };
type Foreign = { text: string; form: ForeignForm; answer: Translated };

export type QueryAssistProps = {
  org: string;
  blueprint: string | undefined;
  properties: WrittenProperty[] | undefined;
  expects: "condition" | "value";
  text: string;
  input: RefObject<HTMLTextAreaElement | null>;
  /** The coloured text under the input: it knows where a character stands. */
  paint: RefObject<HTMLDivElement | null>;
  keyTaker: RefObject<KeyTaker | null>;
  /** Writes in place of the characters between two places, and leaves the cursor behind it. */
  write: (text: string, from: number, to: number) => void;
  setListbox: (listbox: { id: string; activeId: string | undefined } | null) => void;
  tellMistake: (text: string, mistake: QueryMistake | undefined) => void;
  onCount: ((count: QueryCount | null) => void) | undefined;
};

const countPauseMs = 250;
const offerPauseMs = 70;
// What is wrong where somebody still types is not said before they rest.
const restMs = 800;
const pastedCharacters = 6;
/** Behind these something has to follow, so it is offered before a letter of it is there. */
const wantsMore = /(?:[=<>.(,[]|(?:^|[\s)])(?:and|or|not|in|contains|startsWith))\s*$/iu;

/** What works beside an editor of queries: what can follow, what is wrong, how many match, and filters of other products. */
export function QueryAssist(props: QueryAssistProps) {
  const { org, blueprint, properties, expects, text, input, keyTaker, write, setListbox, tellMistake, onCount } = props;
  const listId = useId();
  const [counting] = useState(() => new NewestAnswer(countPauseMs));
  const [offering] = useState(() => new NewestAnswer(offerPauseMs));
  const [offers, setOffers] = useState<Offers | null>(null);
  const [active, setActive] = useState(-1);
  const [foreign, setForeign] = useState<Foreign | null>(null);
  const [undecided, setUndecided] = useState<Undecided | null>(null);
  const before = useRef(text);
  const shown = offers !== null && offers.text === text && offers.items.length > 0 ? offers : null;
  const activeId = shown !== null && active >= 0 ? `${listId}-${active}` : undefined;

  const close = useCallback(() => {
    offering.forget();
    setOffers(null);
  }, [offering]);
  const askOffers = useCallback(() => {
    const cursor = input.current?.selectionStart ?? text.length;
    offering.ask(
      (signal) =>
        restPost<{ from: number; to: number; offers: Offers["items"] }>(
          org,
          "/queries/complete",
          { text, cursor, blueprint, properties },
          signal,
        ),
      ({ from, to, offers: items }) => {
        const word = text.slice(from, to);
        // What is there in full needs no offer.
        const isWritten = items.length === 1 && items[0]?.insert === word;
        setActive(-1);
        setOffers(isWritten ? null : { text, from, to, items });
      },
      () => setOffers(null),
    );
  }, [offering, input, org, text, blueprint, properties]);

  const typed = useEffectEvent(() => {
    const area = input.current;
    const isTyping = area !== null && document.activeElement === area && before.current !== text;
    const pasted = text.length - before.current.length >= pastedCharacters;
    before.current = text;
    if (!isTyping) return pasted;
    const written = text.slice(0, area.selectionStart);
    if (
      /(?:^|[^\w.])[A-Za-z_][\w-]*$/u.test(written) ||
      /\.\w+$/u.test(written) ||
      wantsMore.test(written) ||
      isInText(written)
    )
      askOffers();
    else close();
    return pasted;
  });
  const answered = useEffectEvent((answer: CountAnswer) => {
    onCount?.(answer.problem === null ? { ...answer, text } : null);
    tellMistake(text, answer.problem ?? undefined);
  });
  const nothingWritten = useEffectEvent(() => {
    onCount?.(null);
    tellMistake(text, undefined);
  });
  useEffect(() => {
    const wasPasted = typed();
    if (text.trim() === "") {
      counting.forget();
      nothingWritten();
      return;
    }
    counting.ask(
      async (signal) => {
        const answer = await askAbout(expects, org, { text, blueprint, properties }, signal);
        const { problem } = answer;
        const cursor = input.current?.selectionStart ?? 0;
        const isBeingTyped = document.activeElement === input.current && !wasPasted;
        if (problem !== null && isBeingTyped && problem.end >= cursor) await rest(restMs, signal);
        return {
          answer,
          found: problem === null ? null : await findForeign(org, text, wasPasted, signal),
          open:
            problem === null && answer.matches === 0 && properties === undefined
              ? await findUndecided(org, text, blueprint, signal)
              : null,
        };
      },
      ({ answer, found, open }) => {
        answered(answer);
        setForeign(found);
        setUndecided(open);
      },
    );
    return () => counting.forget();
  }, [text, org, blueprint, properties, expects, counting, input]);
  useEffect(() => setListbox(shown === null ? null : { id: listId, activeId }), [setListbox, shown, listId, activeId]);
  useEffect(() => {
    const area = input.current;
    if (area === null) return;
    const moved = () => {
      if (shown !== null && area.selectionStart !== shown.to) close();
    };
    document.addEventListener("selectionchange", moved);
    area.addEventListener("blur", close);
    return () => {
      document.removeEventListener("selectionchange", moved);
      area.removeEventListener("blur", close);
    };
  }, [input, shown, close]);

  const choose = (index: number) => {
    const item = shown?.items[index];
    if (shown === null || item === undefined) return;
    close();
    write(item.insert, shown.from, shown.to);
  };
  const take = (event: KeyboardEvent): boolean => {
    const { key } = event;
    if (shown === null) {
      const isAsked = (event.ctrlKey && key === " ") || (key === "ArrowDown" && !text.includes("\n"));
      if (!isAsked) return false;
      askOffers();
    } else if (key === "ArrowDown") setActive((active + 1) % shown.items.length);
    else if (key === "ArrowUp") setActive(active <= 0 ? shown.items.length - 1 : active - 1);
    else if (key === "Escape") close();
    else if (key === "Tab" && !event.shiftKey) choose(Math.max(active, 0));
    else if (key === "Enter" && active >= 0) choose(active);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  useEffect(() => {
    keyTaker.current = { take };
    return () => {
      keyTaker.current = null;
    };
  });
  return (
    <>
      {shown === null ? null : (
        <OfferList id={listId} offers={shown} active={active} paint={props.paint} onChoose={choose} />
      )}
      <span role="status" className="sr-only">
        {shown === null ? "" : words.offers(shown.items.length)}
      </span>
      {foreign === null || foreign.text !== text ? null : (
        <ForeignOffer
          foreign={foreign}
          onTranslate={(translated) => {
            setForeign(null);
            write(translated, 0, text.length);
          }}
        />
      )}
      {undecided === null || undecided.text !== text ? null : <UndecidedNote {...undecided} />}
    </>
  );
}

/** What is wrong with a text; of a condition also how many entities match. */
async function askAbout(
  expects: "condition" | "value",
  org: string,
  asked: { text: string; blueprint: string | undefined; properties: WrittenProperty[] | undefined },
  signal: AbortSignal,
): Promise<CountAnswer> {
  if (expects === "condition") return restPost<CountAnswer>(org, "/queries/count", asked, signal);
  const body = { ...asked, expects };
  const { problem } = await restPost<Pick<CountAnswer, "problem">>(org, "/queries/check", body, signal);
  return { problem, matches: null, isExact: false, total: null };
}

/** Whether the text ends inside quotes. */
function isInText(written: string): boolean {
  return (written.match(/"(?:[^"\\\n]|\\.)*"?/gu) ?? []).some(
    (text, index, all) => index === all.length - 1 && (text.length === 1 || !text.endsWith('"')),
  );
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new Error("something newer was typed"));
    });
  });
}

/** What the text is, when it is a filter of another product: of several readings the first that can be translated. */
async function findForeign(
  org: string,
  text: string,
  wasPasted: boolean,
  signal: AbortSignal,
): Promise<Foreign | null> {
  let refused: Foreign | null = null;
  for (const form of foreignForms(text)) {
    if (form === "cortex" && !wasPasted) continue;
    const query = form === "backstage" ? text.trim().replace(/^filter=/u, "") : text;
    const answer = await restPost<Translated>(org, "/queries/translate", { from: form, query }, signal);
    if (answer.text !== null) return { text, form, answer };
    if (form !== "cortex") refused ??= { text, form, answer };
  }
  return refused;
}

function ForeignOffer({ foreign, onTranslate }: { foreign: Foreign; onTranslate: (text: string) => void }) {
  const product = words.products[foreign.form];
  const { text, problem } = foreign.answer;
  return (
    <div role="status" className="mt-1.5 flex flex-wrap items-center gap-2 text-12 text-text-2">
      {text === null ? (
        <span>{words.cannotBeTranslated(product, problem?.place ?? "", problem?.message ?? "")}</span>
      ) : (
        <>
          <span className="min-w-0">
            {words.looksLike(product)} {words.itSays(<Code>{text}</Code>)}
          </span>
          <Button size="sm" onClick={() => onTranslate(text)}>
            {words.translateIt}
          </Button>
        </>
      )}
    </div>
  );
}
