import type { Transaction } from "#db/client.ts";
import { ScorecardDefinition } from "#lib/scorecards/scorecards/schema.ts";
import { writeScorecard } from "#lib/scorecards/scorecards/write-scorecard.ts";
import { ownershipAndDocs } from "#lib/scorecards/shipped/ownership-and-docs.ts";

const shipped = [ownershipAndDocs];

/** Gives an organization the scorecards that everybody starts with. One that is there already is left as it is. */
export async function installShippedScorecards(tx: Transaction, orgId: string): Promise<void> {
  for (const definition of shipped) await writeScorecard(tx, orgId, ScorecardDefinition.parse(definition), false);
}
