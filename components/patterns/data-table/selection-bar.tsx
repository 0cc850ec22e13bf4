"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { type BulkWork, useBulkWork } from "#components/patterns/data-table/bulk-work.tsx";
import { useTableSelection } from "#components/patterns/data-table/selection.tsx";
import { Button } from "#components/ui/button.tsx";
import { Check, X } from "#components/ui/icons.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Paving } from "#components/ui/paving.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/data-table/selection-bar.tsx";

const mostBlocks = 40;
const mostRefusals = 500;

/** Floats at the bottom while something is selected, and until one has seen how it went. */
export function SelectionBar({ shownIds, children }: { shownIds: ReadonlySet<string>; children: ReactNode }) {
  const { selected, clear } = useTableSelection();
  const { work } = useBulkWork();
  if (work !== null) return <WorkBar work={work} />;
  if (selected.length === 0) return null;
  const elsewhere = selected.filter((row) => !shownIds.has(row.id)).length;
  return (
    <Bar label={words.selection}>
      <span role="status" className="font-550">
        {words.selected(numberText(selected.length))}
        {elsewhere > 0 ? (
          <span className="font-400 text-text-3">{words.notOnThisPage(numberText(elsewhere))}</span>
        ) : null}
      </span>
      <span aria-hidden="true" className="mx-1.5 h-[18px] w-px bg-line-2 phone:hidden" />
      {children}
      <Button size="sm" variant="ghost" onClick={clear}>
        {words.clear}
        <span className="phone:hidden">
          <Kbd>{words.esc}</Kbd>
        </span>
      </Button>
    </Bar>
  );
}

function WorkBar({ work }: { work: BulkWork }) {
  const { stop, close } = useBulkWork();
  const { remove } = useTableSelection();
  const region = useRef<HTMLElement>(null);
  const { label, total, results, isRunning, undo } = work;
  const refused = results.filter((result) => result.problem !== null);
  const done = results.length - refused.length;
  // The button that began it is gone: the keyboard stays in the bar.
  useEffect(() => region.current?.focus({ preventScroll: true }), []);
  const told = isRunning
    ? `${label}: ${numberText(results.length)} of ${numberText(total)}`
    : words.outcomeOf(
        label,
        numberText(done),
        refused.length > 0 ? words.refusedNot(numberText(refused.length)) : "",
        results.length < total ? words.leftAsTheyWere(numberText(total - results.length)) : "",
      );
  const blocks = Array.from({ length: total <= mostBlocks ? total : 0 }, (_, place) => {
    const result = results[place];
    return {
      state: result === undefined ? ("open" as const) : result.problem === null ? ("pass" as const) : ("fail" as const),
      title: result?.row.name,
    };
  });
  return (
    <Bar label={label} ref={region}>
      <div className="grid min-w-0 gap-1.5 py-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {isRunning ? null : refused.length === 0 ? (
            <Check aria-hidden className="size-4 text-ok-mark" />
          ) : (
            <X aria-hidden className="size-4 text-bad-mark" />
          )}
          <span role="status" className="font-550 tabular-nums">
            {told}
          </span>
          {total <= mostBlocks ? <Paving label={told} blocks={blocks} size="sm" /> : null}
          {isRunning ? (
            <Button size="sm" variant="ghost" onClick={stop}>
              {words.stop}
            </Button>
          ) : (
            <>
              {undo === undefined ? null : (
                <Button size="sm" onClick={undo}>
                  {words.undo}
                </Button>
              )}
              <Button
                size="sm"
                variant="ghost"
                onClick={() => {
                  // What was refused stays selected, so that it can be tried again.
                  remove(results.filter((result) => result.problem === null).map((result) => result.row));
                  close();
                }}
              >
                {words.close}
              </Button>
            </>
          )}
        </div>
        {refused.length > 0 && !isRunning ? (
          <ul className="grid max-h-40 gap-0.5 overflow-y-auto text-12">
            {refused.slice(0, mostRefusals).map(({ row, problem }) => (
              <li key={row.id}>
                <b className="font-550">{row.name}</b> <span className="text-text-2">{problem}</span>
              </li>
            ))}
            {refused.length > mostRefusals ? (
              <li className="text-text-3">{words.moreRefused(numberText(refused.length - mostRefusals))}</li>
            ) : null}
          </ul>
        ) : null}
      </div>
    </Bar>
  );
}

function Bar({ label, ref, children }: { label: string; ref?: React.Ref<HTMLElement>; children: ReactNode }) {
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={label}
      className="sticky bottom-4 z-20 mx-auto mt-3 mb-3 flex w-max max-w-[calc(100%-32px)] flex-wrap items-center gap-1 rounded-3 border border-line-2 bg-float py-1.5 pr-2 pl-3.5 shadow-3 outline-none phone:bottom-[70px]"
    >
      {children}
    </section>
  );
}
