import type { ReactNode } from "react";
import { Sparkline } from "#components/patterns/sparkline.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ArrowDownRight, ArrowRight, ArrowUpRight, Unplug } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/tile.tsx";

export type TileChange = {
  /** How much: "49 %", "1.6 pt". */
  text: string;
  direction: "up" | "down" | "same";
  /** Colour follows this, not the direction. */
  verdict: "better" | "worse" | "same";
  /** What it was: "36.3 h". */
  from?: string | undefined;
};
export type TileProps = {
  name: ReactNode;
  value: ReactNode;
  unit?: string | undefined;
  /** p75 and p90, or the 95 % interval. */
  spread?: { label: string; value: string }[] | undefined;
  points?: number[] | undefined;
  previous?: number[] | undefined;
  change?: TileChange | undefined;
  sampleSize?: number | undefined;
  /** "9 of 12 teams", "as of 11:52". */
  pill?: ReactNode;
  /** Stands where the change would: a link to what is missing. */
  note?: ReactNode;
  /** Old number: dimmed, with its time in the pill. */
  stale?: boolean | undefined;
  selected?: boolean | undefined;
  href?: string | undefined;
};

const verdicts = { better: "text-ok-text", worse: "text-bad-text", same: "text-text-3" };
const arrows = { up: ArrowUpRight, down: ArrowDownRight, same: ArrowRight };

/** A number with everything that belongs to it: unit, spread, course, change from what, and how many it counts. */
export function Tile(props: TileProps) {
  const { name, value, unit, spread, points, previous, change, sampleSize, pill, note, stale, selected, href } = props;
  const Arrow = change ? arrows[change.direction] : null;
  return (
    <section
      className={classNames(
        "relative grid min-w-0 content-start gap-[2px] rounded-3 border bg-panel p-[12px_14px] shadow-1",
        selected ? "border-accent-mark ring-1 ring-accent-mark" : "border-line-2",
        href && "hover:border-line-control",
      )}
    >
      <h3 className="flex min-h-5 items-center gap-1.5 text-12 font-500 text-text-2">
        {href ? (
          <Link
            href={href}
            aria-current={selected ? "true" : undefined}
            className="after:absolute after:inset-0 after:rounded-3"
          >
            {name}
          </Link>
        ) : (
          name
        )}
        {pill}
      </h3>
      <p className={classNames("text-28 leading-[1.2] font-550 tracking-tile tabular-nums", stale && "text-text-3")}>
        {value}
        {unit ? <small className="ml-[3px] text-14 font-450 tracking-[0] text-text-3">{unit}</small> : null}
      </p>
      {spread ? (
        <p className="flex flex-wrap gap-x-3 text-12 whitespace-nowrap text-text-3 tabular-nums">
          {spread.map((part) => (
            <span key={part.label}>
              {part.label} <b className="font-550 text-text-2">{part.value}</b>
            </span>
          ))}
        </p>
      ) : null}
      {points && points.length > 1 ? (
        <Sparkline points={points} previous={previous} stale={stale} className="mt-2 mb-1.5" />
      ) : null}
      <p className="flex min-h-[18px] flex-wrap items-center gap-x-2 text-12 tabular-nums">
        {change && Arrow ? (
          <span
            className={classNames(
              "inline-flex items-center gap-[3px] font-500 whitespace-nowrap",
              verdicts[change.verdict],
            )}
          >
            <Arrow aria-hidden className="!size-3 [stroke-width:2.4]" />
            <span className="sr-only">{change.verdict === "same" ? words.unchanged : change.verdict}, </span>
            {change.text}
          </span>
        ) : null}
        {change?.from ? <span className="whitespace-nowrap text-text-3">{words.from(change.from)}</span> : null}
        {note !== undefined ? <span className="relative z-1">{note}</span> : null}
        {sampleSize !== undefined ? (
          <span className="numeric ml-auto whitespace-nowrap text-text-3">n {numberText(sampleSize)}</span>
        ) : null}
      </p>
    </section>
  );
}

export type NotMeasurableProps = { name: ReactNode; reason: ReactNode; action?: ReactNode };

/** A number that cannot be known yet: the reason and one button, never a 0. */
export function NotMeasurable({ name, reason, action }: NotMeasurableProps) {
  return (
    <section className="grid min-w-0 grid-rows-[auto_auto_1fr_auto] gap-2 rounded-3 border border-dashed border-line-control p-[12px_14px]">
      <h3 className="flex min-h-5 items-center text-12 font-500 text-text-2">{name}</h3>
      <p className="flex items-center gap-2 text-16 font-550 text-text-2">
        <Unplug aria-hidden className="text-text-3" />
        {words.notMeasurable}
      </p>
      <p className="text-12 text-text-2">{reason}</p>
      {action !== undefined ? <div className="self-end">{action}</div> : null}
    </section>
  );
}
