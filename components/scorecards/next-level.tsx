import { RemedyText } from "#components/scorecards/remedy-text.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { TriangleAlert, X } from "#components/ui/icons.tsx";
import * as words from "#components/words/scorecards/next-level.ts";
import type { EntityScore } from "#lib/scorecards/results/list-entity-scores.ts";

/** The rules between an entity and its next level: what was found, and beside it how to fix it. */
export function NextLevel({ score }: { score: EntityScore }) {
  const { next, rules, scorecard } = score;
  if (next === null) return null;
  const missing = rules.filter((rule) => rule.state !== "pass" && rule.level.rank === next.rank);
  return (
    <div className="border-t border-line bg-sunken px-4 pt-3 pb-2">
      <h3 className="text-12 font-550">{words.nextToIn(next.name, scorecard.title)}</h3>
      <ul>
        {missing.map((rule) => (
          <li key={rule.identifier} className="flex items-start gap-3 py-2">
            {rule.state === "error" ? (
              <Glyph icon={<TriangleAlert />} tone="warn" label={words.couldNotBeDecided} className="mt-0.5" />
            ) : (
              <Glyph icon={<X />} tone="bad" label={words.fails} className="mt-0.5" />
            )}
            <div className="grid min-w-0 flex-1 gap-y-0.5">
              <div className="grid min-w-0 content-start gap-px">
                <span className="font-550">{rule.title}</span>
                {rule.causes.map((cause) => (
                  <span
                    key={cause.condition}
                    title={cause.condition}
                    className="text-12 [overflow-wrap:anywhere] text-text-3"
                  >
                    {cause.found}
                  </span>
                ))}
              </div>
              <p className="text-12 text-text-2">
                <RemedyText text={rule.remedy} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
