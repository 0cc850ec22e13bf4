import type { Transaction } from "#db/client.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { lockScorecards } from "#lib/scorecards/evaluation/evaluate-scorecards.ts";
import { findCircle } from "#lib/scorecards/evaluation/order-scorecards.ts";
import { needsOf, readDefinitions } from "#lib/scorecards/evaluation/read-definitions.ts";
import { queryOf } from "#lib/scorecards/scorecards/query-text.ts";
import type { ScorecardDefinition } from "#lib/scorecards/scorecards/schema.ts";

/**
 * Refuses a scorecard that asks about itself, directly or through others. Until the end of the transaction nobody else changes a
 * scorecard, so two people cannot close a circle together.
 * @throws AppError with the query that closes the circle and the way round
 */
export async function refuseCircle(
  { orgId, tx }: { orgId: string; tx: Transaction },
  definition: ScorecardDefinition,
): Promise<void> {
  await lockScorecards({ orgId, tx });
  const { identifier } = definition;
  const own = {
    identifier,
    ...needsOf({
      filter: queryOf(definition.filter),
      rules: definition.rules.map(({ query }) => ({ query: queryOf(query) })),
    }),
  };
  if (own.asks.length === 0) return;
  const others = (await readDefinitions(tx, orgId)).filter((scorecard) => scorecard.identifier !== identifier);
  const circle = findCircle([...others, own], identifier);
  if (circle === null) return;
  const message = `This scorecard would need its own result: ${circle.join(" → ")}. Take one of these questions out`;
  throw new AppError("invalid", message, [{ path: placeOf(definition, circle[1] ?? ""), message }]);
}

/** The first query that asks about a scorecard. */
function placeOf({ filter, rules }: ScorecardDefinition, scorecard: string): string {
  const asks = (query: string) => needsOf({ filter: queryOf(query), rules: [] }).asks.includes(scorecard);
  if (asks(filter)) return "filter";
  return `rules.${rules.findIndex(({ query }) => asks(query))}.query`;
}
