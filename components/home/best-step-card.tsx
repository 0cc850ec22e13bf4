import type { ReactNode } from "react";
import { entityHref } from "#components/catalog/entity-href.ts";
import type { BestStep } from "#components/home/best-step.ts";
import { RemedyText } from "#components/scorecards/remedy-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { ArrowRight } from "#components/ui/icons.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Road } from "#components/ui/road.tsx";
import * as words from "#components/words/home/best-step-card.tsx";
import type { EntitySummary } from "#lib/catalog/entities/entity-views.ts";

const namedAtMost = 3;
const roadAtMost = 30;

/** The one thing to do next, why, and how far the reader's components have come. */
export function BestStepCard({ org, step }: { org: string; step: BestStep }) {
  const { failure, lifted, closer, reached, total } = step;
  const all = [...lifted, ...closer];
  const [first] = all;
  const level = failure.level.name;
  const progress = words.reachedOfTotal(reached, total, level, failure.scorecardTitle);
  return (
    <Panel>
      <div className="p-4">
        <h2 className="text-12 font-400 text-text-3">{words.yourBestNextStep}</h2>
        <p className="mt-0.5 text-16 leading-tight font-600">{failure.ruleTitle}</p>
        <p className="mt-1.5 text-12 text-text-2">
          {words.forWhom(<Names entities={all} />)} {outcome(lifted, closer, level)}
        </p>
        {failure.remedy === "" ? null : (
          <p className="mt-1.5 text-12 text-text-3">
            <RemedyText text={failure.remedy} />
          </p>
        )}
        {total > 0 && total <= roadAtMost ? (
          <Road className="mt-3" label={progress} total={total} done={reached} />
        ) : null}
        <p className="mt-1.5 text-12 text-text-3">{progress}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          {first === undefined ? null : (
            <Button
              size="sm"
              variant="primary"
              href={entityHref(org, first)}
              iconAfter={<ArrowRight aria-hidden />}
              className="max-w-full min-w-0"
            >
              <span className="truncate">{words.open(first.title)}</span>
            </Button>
          )}
          <Button size="sm" variant="ghost" href={`/${org}/scorecards/${failure.scorecard}`}>
            {words.scorecard}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Names({ entities }: { entities: EntitySummary[] }): ReactNode {
  const named = entities.slice(0, entities.length > namedAtMost + 1 ? namedAtMost : namedAtMost + 1);
  const more = entities.length - named.length;
  return named.map((entity, index) => {
    const isLast = index === named.length - 1;
    const between = index === 0 ? "" : isLast && more === 0 ? words.and : ", ";
    return (
      <span key={entity.id}>
        {between}
        <b className="font-550 text-text">{entity.title}</b>
        {isLast && more > 0 ? words.andMore(more) : ""}
      </span>
    );
  });
}

function outcome(lifted: EntitySummary[], closer: EntitySummary[], level: string): string {
  if (lifted.length === 0) return closer.length === 1 ? words.itComesCloser(level) : words.allComeCloser(level);
  if (closer.length === 0) return lifted.length === 1 ? words.itReaches(level) : words.allReach(level);
  const [first] = lifted;
  return lifted.length === 1
    ? words.oneReaches(first?.title ?? "", level, closer.length)
    : words.severalReach(lifted.length, level, closer.length);
}
