import { classNames } from "#components/ui/class-names.ts";
import * as words from "#components/words/ui/rule-mark.ts";

export type RuleResult = "pass" | "fail" | "exempt" | "error" | "not-applicable" | "not-yet";
export type RuleMarkProps = { result: RuleResult; label?: string | undefined; className?: string | undefined };

export const ruleWords: Record<RuleResult, string> = {
  pass: "pass",
  fail: "fail",
  exempt: "exempt",
  error: "error",
  "not-applicable": words.notApplicable,
  "not-yet": words.notYetEffective,
};

const marks: Record<RuleResult, string> = {
  pass: "rule-pass",
  fail: "rule-fail",
  exempt: "hatched size-4 rounded-[2px]",
  error: "rule-error",
  "not-applicable": "rule-not-applicable",
  "not-yet": "rule-not-yet",
};

/** The result of one rule for one thing. Five shapes, so that colour is never the only difference. */
export function RuleMark({ result, label, className }: RuleMarkProps) {
  return (
    <span
      role="img"
      aria-label={label ?? ruleWords[result]}
      title={label ?? ruleWords[result]}
      className={classNames("rule-mark", marks[result], className)}
    >
      {result === "error" ? "!" : null}
    </span>
  );
}

/** What the shapes mean, for above a grid of them. */
export function RuleLegend({ results }: { results?: RuleResult[] | undefined }) {
  const shown = results ?? (["pass", "fail", "exempt", "error", "not-applicable"] as const);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 font-450 text-text-2" aria-hidden="true">
      {shown.map((result) => (
        <span key={result} className="inline-flex items-center gap-[5px] whitespace-nowrap">
          <RuleMark result={result} />
          {ruleWords[result]}
        </span>
      ))}
    </span>
  );
}
