import { classNames } from "#components/ui/class-names.ts";
import { Check } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/patterns/stepper.tsx";

export type StepperStep = { label: string; state: "done" | "now" | "next"; href?: string | undefined };
export type StepperProps = {
  steps: StepperStep[];
  /** How much of the current step is answered, 0 to 1. */
  part?: number | undefined;
  className?: string | undefined;
};

/** The steps of a form as a road: laid, being laid, still open. */
export function Stepper({ steps, part = 0.5, className }: StepperProps) {
  const now = steps.findIndex((step) => step.state === "now");
  return (
    <div className={className}>
      <ol aria-label={words.steps} className="flex gap-1">
        {steps.map((step, index) => (
          <li key={step.label} aria-current={step.state === "now" ? "step" : undefined} className="min-w-0 flex-1">
            <span className="block h-1.5 overflow-hidden rounded-paver bg-level-track">
              {step.state === "next" ? null : (
                <span
                  className="block h-full bg-accent-mark transition-[width] duration-(--m-slow)"
                  style={{ width: step.state === "done" ? "100%" : `${Math.round(part * 100)}%` }}
                />
              )}
            </span>
            <span
              className={classNames(
                "flex min-w-0 items-center gap-[9px] pt-2.5",
                step.state === "now" ? "font-600" : step.state === "done" ? "text-text-2" : "text-text-3",
              )}
            >
              <span
                className={classNames(
                  "grid size-5 flex-none place-items-center rounded-[3px] text-11 font-600 [&_.lucide]:size-3 [&_.lucide]:[stroke-width:2.6]",
                  step.state === "done" && "bg-accent-tint text-accent-text",
                  step.state === "now" && "bg-accent text-on-accent",
                  step.state === "next" && "bg-sunken inset-ring inset-ring-line-2",
                )}
              >
                {step.state === "done" ? <Check aria-hidden /> : index + 1}
              </span>
              {step.href ? (
                <Link href={step.href} className="cut hover:underline phone:sr-only">
                  {step.label}
                </Link>
              ) : (
                <span className="cut phone:sr-only">{step.label}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {now >= 0 ? (
        <p aria-hidden="true" className="hidden pt-2 font-600 phone:block">
          {steps[now]?.label} <span className="font-400 text-text-3">{words.stepOf(now + 1, steps.length)}</span>
        </p>
      ) : null}
    </div>
  );
}
