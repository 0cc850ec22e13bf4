import { z } from "zod";
import type { InlineSubscriber } from "#lib/kernel/events.ts";
import { announceDrops } from "#lib/scorecards/evaluation/announce-drops.ts";
import { evaluateScorecards } from "#lib/scorecards/evaluation/evaluate-scorecards.ts";
import { findDependents } from "#lib/scorecards/evaluation/find-dependents.ts";
import { readDefinitions, relationsOf } from "#lib/scorecards/evaluation/read-definitions.ts";
import { installShippedScorecards } from "#lib/scorecards/shipped/install-shipped-scorecards.ts";

const Changed = z.object({ entityIds: z.array(z.string()), joinedIds: z.array(z.string()).default([]) });

/** Run inside the transaction of their event. */
export const scorecardsSubscribers: InlineSubscriber[] = [
  {
    topic: "org.created",
    name: "scorecards.install-shipped",
    run: ({ ctx, tx }) => installShippedScorecards(tx, ctx.org.id),
  },
  {
    topic: "entity.changed",
    name: "scorecards.evaluate",
    async run({ ctx, tx, events, emit }) {
      const scope = { orgId: ctx.org.id, tx };
      const details = events.map((event) => Changed.safeParse(event.detail));
      // An event that does not say which entities changed may mean any of them.
      if (!details.every((detail) => detail.success))
        return announceDrops({ ...scope, emit }, await evaluateScorecards(scope));
      // Of those that were only waiting for others it matters how they are related to them; then they are among the dependents.
      const own = details.flatMap(({ data: { entityIds, joinedIds } }) => {
        const joined = new Set(joinedIds);
        return entityIds.filter((id) => !joined.has(id));
      });
      const changed = [...new Set(own)];
      const relations = relationsOf(await readDefinitions(tx, ctx.org.id));
      const dependents = await findDependents(tx, ctx.org.id, changed, relations);
      await announceDrops(
        { ...scope, emit },
        await evaluateScorecards(scope, { entityIds: [...changed, ...dependents] }),
      );
    },
  },
];
