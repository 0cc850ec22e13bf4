import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Ban, Check, Hourglass, LoaderCircle, Minus, X } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/patterns/timeline.ts";

export type StepState = "done" | "running" | "next" | "failed" | "waiting" | "skipped" | "cancelled";
export type TimelineStep = {
  id: string;
  name: ReactNode;
  detail?: ReactNode;
  duration?: ReactNode;
  state: StepState;
  href?: string | undefined;
  /** The one whose log is shown. */
  current?: boolean | undefined;
};
export type TimelineProps = { label: string; steps: TimelineStep[] };

const stones: Record<StepState, string> = {
  done: "bg-accent-tint text-accent-text",
  running: "bg-accent text-on-accent ring-3 ring-accent-tint",
  next: "bg-deck text-text-3 inset-ring-[1.5px] inset-ring-line-control",
  failed: "bg-bad-tint text-bad-text",
  waiting: "bg-warn-tint text-warn-text",
  skipped: "bg-sunken text-text-3 inset-ring inset-ring-line-2",
  cancelled: "bg-sunken text-text-3 inset-ring inset-ring-line-2",
};
const stateWords: Record<StepState, string> = {
  done: "done",
  running: "running",
  next: words.notStarted,
  failed: "failed",
  waiting: "waiting",
  skipped: "skipped",
  cancelled: "cancelled",
};

function stoneContent(state: StepState, number: number): ReactNode {
  if (state === "done") return <Check aria-hidden />;
  if (state === "running") return <LoaderCircle aria-hidden className="turning" />;
  if (state === "failed") return <X aria-hidden />;
  if (state === "waiting") return <Hourglass aria-hidden />;
  if (state === "skipped") return <Minus aria-hidden />;
  if (state === "cancelled") return <Ban aria-hidden />;
  return number;
}

/** The steps of a run, one stone each, with the road between them laid as far as it went. */
export function Timeline({ label, steps }: TimelineProps) {
  return (
    <ol aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          className={classNames(
            "relative grid grid-cols-[24px_minmax(0,1fr)_auto] items-start gap-x-3 pr-2.5 pb-[18px] phone:pb-3.5",
            (step.state === "next" || step.state === "skipped") && "text-text-3",
          )}
        >
          <span
            className={classNames(
              "grid size-6 place-items-center rounded-1 text-11 font-600 [&_.lucide]:size-3.5 [&_.lucide]:[stroke-width:2.4]",
              stones[step.state],
            )}
          >
            {stoneContent(step.state, index + 1)}
          </span>
          {index < steps.length - 1 ? (
            <span
              aria-hidden="true"
              className={classNames(
                "road-line absolute top-[27px] bottom-[3px] left-[10.5px] w-[3px]",
                step.state === "done" ? "[--road-color:var(--accent-mark)]" : "[--road-color:var(--level-track)]",
              )}
            />
          ) : null}
          <div className="grid min-w-0 gap-px pt-[2px]">
            <span className={classNames("[overflow-wrap:anywhere]", step.state === "next" ? "font-450" : "font-550")}>
              {step.href ? (
                <Link
                  href={step.href}
                  aria-current={step.current ? "step" : undefined}
                  className="hover:underline aria-[current]:underline"
                >
                  {step.name}
                </Link>
              ) : (
                step.name
              )}
              <span className="sr-only">, {stateWords[step.state]}</span>
            </span>
            {step.detail !== undefined ? (
              <span className={classNames("text-12", step.state === "failed" ? "text-bad-text" : "text-text-3")}>
                {step.detail}
              </span>
            ) : null}
          </div>
          {step.duration !== undefined ? (
            <span className="numeric pt-[3px] text-12 whitespace-nowrap text-text-3">{step.duration}</span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

const blocks: Record<StepState, string> = {
  done: "bg-accent-mark",
  running: "bg-[linear-gradient(90deg,var(--accent-mark)_70%,var(--level-track)_70%)]",
  next: "bg-level-track",
  failed: "bg-bad-tint inset-ring-[1.4px] inset-ring-bad-mark",
  waiting: "bg-warn-tint inset-ring-[1.4px] inset-ring-warn-mark",
  skipped: "bg-level-track",
  cancelled: "bg-level-track",
};

/** The same steps as one road across the page. */
export function RunRoad({
  steps,
  label,
  className,
}: {
  steps: { state: StepState }[];
  label: string;
  className?: string | undefined;
}) {
  const placed = steps.map((step, place) => ({ state: step.state, key: `${place}` }));
  return (
    <div role="img" aria-label={label} className={classNames("flex gap-1", className)}>
      {placed.map(({ state, key }) => (
        <span key={key} className={classNames("h-1.5 flex-1 rounded-paver", blocks[state])} />
      ))}
    </div>
  );
}
