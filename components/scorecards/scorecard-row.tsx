import { ListItem } from "#components/ui/list.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Paving } from "#components/ui/paving.tsx";
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
    <ListItem
      href={`/${org}/scorecards/${scorecard.identifier}`}
      title={<b>{scorecard.title}</b>}
      description={scorecard.description}
      className="!min-h-[76px] phone:flex-wrap"
      meta={
        <span className="grid gap-2 phone:ml-[-36px]">
          {total === 0 ? (
            <span>Nothing matches its filter yet</span>
          ) : (
            <>
              <Paving label={label} blocks={blocks} size="md" className="max-w-[400px]" />
              <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
                {counts.map(({ rank, name, count }) => (
                  <span key={rank} className="flex items-center gap-1.5">
                    <Milestone level={rank} name={name} size={16} />
                    <span className="numeric">{count.toLocaleString("en")}</span>
                  </span>
                ))}
                <span className="numeric ml-auto">
                  {perBlock > 1 ? `a block is up to ${perBlock}` : `${ruleCount} rules`}
                </span>
              </span>
            </>
          )}
        </span>
      }
    />
  );
}
