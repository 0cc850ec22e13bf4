import { entityHref } from "#components/catalog/entity-href.ts";
import type { RunSummary } from "#lib/actions/runs/schema.ts";
import type { EntitySummary } from "#lib/catalog/entities/entity-views.ts";
import type { Notification } from "#lib/notifications/notifications/schema.ts";
import type { RuleFailure } from "#lib/scorecards/results/list-failures.ts";

/** Something that waits for the reader: a run of theirs that failed, something in their inbox that asks for a deed, or a rule that keeps a component of theirs from its next level. */
export type Need =
  | { kind: "notification"; id: string; notification: Notification; href: string }
  | { kind: "run"; id: string; run: RunSummary; href: string }
  | { kind: "rule"; id: string; entity: EntitySummary; failure: RuleFailure; isLast: boolean; href: string };

const runDays = 7;

type Input = {
  org: string;
  personId: string | undefined;
  runs: RunSummary[];
  entities: EntitySummary[];
  failures: RuleFailure[];
  /** What is in the reader's inbox and asks for something. */
  notifications: Notification[];
  nowMs: number;
};

/** What needs the reader: runs first, then the inbox, then rules in the order they come in, the lowest level first. */
export function findNeeds(input: Input): Need[] {
  return [...failedRuns(input), ...inboxItems(input), ...failingRules(input)];
}

// A run that failed stands there already, with what it did; one that was made good needs nobody.
function inboxItems({ org, notifications }: Input): Need[] {
  return notifications
    .filter((notification) => notification.kind !== "run.failed")
    .map((notification) => ({
      kind: "notification",
      id: `notification ${notification.id}`,
      notification,
      href: `/${org}${notification.href}`,
    }));
}

// A run that was started again and went well needs nobody.
function failedRuns({ org, personId, runs, nowMs }: Input): Need[] {
  const mine = runs.filter((run) => personId !== undefined && run.startedBy.id === personId);
  return mine
    .filter((run) => run.status === "failed" && nowMs - Date.parse(run.createdAt) < runDays * 24 * 60 * 60 * 1000)
    .filter(
      (run) =>
        !mine.some((other) => other.number > run.number && other.title === run.title && other.status !== "failed"),
    )
    .map((run) => ({ kind: "run", id: `run ${run.id}`, run, href: `/${org}/runs/${run.number}` }));
}

function failingRules({ org, entities, failures }: Input): Need[] {
  const entityOf = new Map(entities.map((entity) => [entity.id, entity]));
  return failures.flatMap((failure): Need[] => {
    const entity = entityOf.get(failure.entityId);
    if (entity === undefined) return [];
    const id = `rule ${failure.scorecard} ${failure.rule} ${entity.id}`;
    return [{ kind: "rule", id, entity, failure, isLast: failure.missing === 1, href: entityHref(org, entity) }];
  });
}
