import { Link } from "#components/ui/link.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Paving } from "#components/ui/paving.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/scorecards/scorecard-row.tsx";
import type { ScorecardSummary } from "#lib/scorecards/scorecards/schema.ts";

const mostBlocks = 80;

/** One scorecard in the list: what it asks, and how its entities stand. */
export function ScorecardRow({ org, scorecard }: { org: string; scorecard: ScorecardSummary }) {
  const { counts, total, ruleCount } = scorecard;
  const perBlock = Math.max(1, Math.ceil(total / mostBlocks));
  const blocks = counts.flatMap(({ rank, name, count }) =>
    Array.from({ length: Math.ceil(count / perBlock) }, () => ({
      state: "level" as const,
      level: rank,
      title: `${count} ${name}`,
    })),
  );
  const label = counts.map(({ name, count }) => `${count} ${name}`).join(", ");
  return (
    <li className="relative flex items-center gap-x-8 gap-y-3 border-t border-line px-4 py-3 first:border-t-0 hover:bg-hover phone:flex-col phone:items-start">
      <div className="min-w-0 flex-1">
        <h2 className="font-600">
          <Link href={`/${org}/scorecards/${scorecard.identifier}`} className="after:absolute after:inset-0">
            {scorecard.title}
          </Link>
        </h2>
        <p className="text-12 text-text-3">{scorecard.description}</p>
        <p className="text-12 text-text-3">{words.ruleCountRules(ruleCount)}</p>
      </div>
      <div className="grid w-[400px] flex-none gap-2 text-12 text-text-3 phone:w-full">
        {total === 0 ? (
          words.nothingMatchesItsFilterYet
        ) : (
          <>
            <Paving label={label} blocks={blocks} size="md" />
            <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
              {counts.map(({ rank, name, count }) => (
                <span key={rank} className="flex items-center gap-1.5">
                  <Milestone level={rank} name={name} size={16} />
                  <span className="numeric">{numberText(count)}</span>
                </span>
              ))}
              {perBlock > 1 ? <span className="ml-auto">{words.aBlockIsUpTo(perBlock)}</span> : null}
            </span>
          </>
        )}
      </div>
    </li>
  );
}
