"use client";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import * as words from "#components/words/catalog/query/offer-list.ts";

export type Offer = { kind: keyof typeof words.kinds; label: string; insert: string; detail: string };
/** What can follow in a text, in place of the characters between two places. */
export type Offers = { text: string; from: number; to: number; items: Offer[] };

type Props = {
  id: string;
  offers: Offers;
  active: number;
  paint: RefObject<HTMLDivElement | null>;
  onChoose: (index: number) => void;
};

/** The offers under the word that is being typed. The focus stays in the text. */
export function OfferList({ id, offers, active, paint, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const frame = list.current?.offsetParent;
    const rect = rectOf(paint.current, offers.from);
    if (!frame || rect === undefined) return;
    const outer = frame.getBoundingClientRect();
    const width = list.current?.offsetWidth ?? 0;
    setPlace({
      left: Math.max(0, Math.min(rect.left - outer.left - 10, outer.width - width)),
      top: rect.bottom - outer.top + 6,
    });
  }, [offers, paint]);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={words.whatCanFollow}
      className="floating absolute z-30 max-h-[280px] w-[440px] max-w-full overflow-y-auto p-1"
      style={place}
      // The focus stays where one types.
      onMouseDown={(event) => event.preventDefault()}
    >
      {offers.items.map((offer, index) => (
        <button
          type="button"
          tabIndex={-1}
          key={`${offer.kind} ${offer.label}`}
          id={`${id}-${index}`}
          data-index={index}
          role="option"
          aria-selected={index === active}
          className={classNames(
            "flex min-h-[28px] w-full cursor-default items-center text-left gap-2 rounded-1 px-2 text-12 phone:min-h-10",
            index === active ? "bg-selected" : "hover:bg-hover",
          )}
          onClick={() => onChoose(index)}
        >
          <span className="max-w-[60%] flex-none truncate font-mono">{offer.label}</span>
          <span className="cut min-w-0 flex-1 text-text-3">{offer.detail}</span>
          <span className="flex-none text-11 text-text-3">{words.kinds[offer.kind]}</span>
        </button>
      ))}
    </div>
  );
}

/** Where a character of the coloured text stands. */
function rectOf(paint: HTMLDivElement | null, offset: number): DOMRect | undefined {
  if (paint === null) return undefined;
  const spans = [...paint.querySelectorAll<HTMLElement>("[data-place]")];
  const span = spans.findLast((candidate) => Number(candidate.dataset["place"]) <= offset);
  const text = span?.firstChild;
  if (span === undefined || !(text instanceof Text)) return paint.getBoundingClientRect();
  const range = document.createRange();
  const within = Math.min(offset - Number(span.dataset["place"]), text.length);
  range.setStart(text, within);
  range.setEnd(text, within);
  return range.getBoundingClientRect();
}
