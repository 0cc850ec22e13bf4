import { RemedyText } from "#components/scorecards/remedy-text.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/scorecards/rules-by-failures.tsx";
import type { RuleFailures } from "#lib/scorecards/results/read-rules.ts";

/** The rules, those that fail most often first, each with how to fix it on the same row. */
export function RulesByFailures({ rules }: { rules: RuleFailures[] }) {
  const hasErrors = rules.some((rule) => rule.errors > 0);
  return (
    <div className="overflow-hidden rounded-3 border border-line-2 bg-panel shadow-1">
      <Table label={words.rulesByFailures}>
        <TableHead>
          <TableHeader>{words.rule}</TableHeader>
          <TableHeader>{words.level}</TableHeader>
          <TableHeader className="w-[190px]">{words.notPassing}</TableHeader>
          {hasErrors ? <TableHeader end>{words.errors}</TableHeader> : null}
          <TableHeader>{words.howToFix}</TableHeader>
        </TableHead>
        <TableBody>
          {rules.map((rule) => (
            <TableRow key={rule.id}>
              <TableCell strong>
                <span title={rule.description || rule.query}>{rule.title}</span>
              </TableCell>
              <TableCell>
                <Milestone level={rule.level.rank} name={rule.level.name} size={16} />
              </TableCell>
              <TableCell>
                <span className="flex items-center gap-2">
                  <Meter part={rule.failing} of={rule.total} />
                  <span className="numeric">
                    <b className="font-600">{numberText(rule.failing)}</b>{" "}
                    <span className="text-text-2">{words.ofTotal(numberText(rule.total))}</span>
                  </span>
                </span>
              </TableCell>
              {hasErrors ? <TableCell end>{rule.errors}</TableCell> : null}
              <TableCell wrap className="min-w-[320px] text-text-2">
                <RemedyText text={rule.remedy} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function Meter({ part, of }: { part: number; of: number }) {
  const share = of === 0 ? 0 : (100 * part) / of;
  return (
    <span aria-hidden="true" className="h-2 w-24 flex-none overflow-hidden rounded-[2px] bg-level-track">
      <span className="block h-full bg-bad-mark" style={{ width: `${share}%` }} />
    </span>
  );
}
