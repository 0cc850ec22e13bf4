import { ChevronRight } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Paving } from "#components/ui/paving.tsx";
import { countText } from "#components/words/format.ts";
import * as words from "#components/words/scorecards/score-row.ts";
import type { EntityScore } from "#lib/scorecards/results/list-entity-scores.ts";

/** One scorecard of an entity: its level, one block for each rule, and how many pass. */
export function ScoreRow({ org, score }: { org: string; score: EntityScore }) {
  const { scorecard, level, next, passed, total, rules } = score;
  const blocks = rules.map((rule) => ({ state: rule.state, title: `${rule.title}: ${outcomes[rule.state]}` }));
  return (
    <li className="relative flex min-h-11 items-center gap-3 border-t border-line px-4 py-1.5 first:border-t-0 hover:bg-hover phone:flex-wrap">
      <Milestone level={level.rank} name={level.name} size={26} hideName />
      <div className="grid min-w-0 flex-[0_1_200px] gap-px phone:flex-1">
        <Link href={`/${org}/scorecards/${scorecard.identifier}`} className="cut font-600 after:absolute after:inset-0">
          {scorecard.title}
        </Link>
        <span className="cut text-12 text-text-3">
          {level.rank === 0 ? words.noLevel : level.name}
          {next === null ? words.allRulesPass : words.missingToNext(countText(next.missing, words.rule), next.name)}
        </span>
      </div>
      <span className="min-w-0 flex-1 phone:order-3 phone:-mt-1 phone:basis-full phone:pl-[38px]">
        <Paving label={words.ofRulesPass(passed, total)} blocks={blocks} size="lg" />
      </span>
      <span className="numeric flex-none text-right text-12 text-text-3">{words.passedOfTotal(passed, total)}</span>
      <ChevronRight aria-hidden="true" className="size-3.5 flex-none text-text-3 phone:hidden" />
    </li>
  );
}

const outcomes = { pass: "passes", fail: "fails", error: words.couldNotBeDecided };
