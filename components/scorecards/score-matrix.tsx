import Link from "next/link";
import { entityHref } from "#components/catalog/entity-href.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Milestone } from "#components/ui/milestone.tsx";
import { RuleMark } from "#components/ui/rule-mark.tsx";
import { TableCell, TableHeader, TableRow } from "#components/ui/table.tsx";
import * as words from "#components/words/scorecards/score-matrix.ts";
import type { MatrixRow } from "#lib/scorecards/results/read-matrix.ts";
import type { RuleFailures } from "#lib/scorecards/results/read-rules.ts";
import type { Level } from "#lib/scorecards/scorecards/schema.ts";

export type ScoreMatrixProps = {
  org: string;
  label: string;
  noun: string;
  levels: Level[];
  rules: RuleFailures[];
  rows: MatrixRow[];
};

/** Entities against rules, rules grouped by level. The heads stand on their side and stay text. */
export function ScoreMatrix({ org, label, noun, levels, rules, rows }: ScoreMatrixProps) {
  const ordered = [...rules].sort((one, other) => one.level.rank - other.level.rank || one.position - other.position);
  const groups = levels
    .map((level) => ({ level, count: ordered.filter((rule) => rule.level.rank === level.rank).length }))
    .filter((group) => group.count > 0);
  const isFirstOfGroup = (index: number) => index > 0 && ordered[index]?.level.rank !== ordered[index - 1]?.level.rank;
  const edge = (index: number) => isFirstOfGroup(index) && "border-l border-l-line-2";
  return (
    <div className="overflow-x-auto rounded-3 border border-line-2 bg-panel shadow-1">
      <table aria-label={label} className="w-full border-collapse [&_tbody_tr:last-child>*]:border-b-0">
        <thead>
          <tr>
            <TableHeader>{noun.charAt(0).toUpperCase() + noun.slice(1)}</TableHeader>
            <TableHeader>{words.level}</TableHeader>
            {ordered.map((rule, index) => (
              <TableHeader
                key={rule.id}
                className={classNames("h-[158px] w-[43px] min-w-9 !px-0 pb-2 !text-center align-bottom", edge(index))}
              >
                <span
                  title={rule.description || rule.title}
                  className="cut inline-block h-[148px] text-start w-5 rotate-180 text-11 leading-5 font-450 text-text-2 [writing-mode:vertical-rl]"
                >
                  {rule.title}
                </span>
              </TableHeader>
            ))}
            <TableHeader end>{words.next}</TableHeader>
          </tr>
          <tr className="h-7 bg-sunken">
            <td colSpan={2} className="border-b border-line" />
            {groups.map(({ level, count }, index) => (
              <td
                key={level.rank}
                colSpan={count}
                className={classNames("border-b border-line px-2.5 text-12", index > 0 && "border-l border-l-line-2")}
              >
                <Milestone level={level.rank} name={level.name} size={14} />
              </td>
            ))}
            <td className="border-b border-line" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.entityId}>
              <th scope="row" className="h-8 border-b border-line pr-2.5 pl-4 text-left font-550 whitespace-nowrap">
                <Link href={entityHref(org, row)} className="hover:underline" prefetch={false}>
                  {row.title}
                </Link>
              </th>
              <TableCell className="!h-8">
                <Milestone level={row.level.rank} name={row.level.name} size={16} />
              </TableCell>
              {ordered.map((rule, index) => (
                <TableCell key={rule.id} className={classNames("!h-8 !px-0 text-center", edge(index))}>
                  <RuleMark result={row.states[rule.identifier] ?? "not-applicable"} />
                </TableCell>
              ))}
              <TableCell end className="!h-8 text-12 text-text-3">
                {row.next === null ? words.highestLevel : words.missingToNext(row.next.missing, row.next.name)}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </table>
    </div>
  );
}
