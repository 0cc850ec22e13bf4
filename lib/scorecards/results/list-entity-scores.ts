import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { queryNeeds } from "#lib/catalog/query/elaboration/query-needs.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";
import { explainRule } from "#lib/scorecards/results/explain-rule.ts";
import { readEntityFacts } from "#lib/scorecards/results/read-entity-facts.ts";
import { readRelatives } from "#lib/scorecards/results/read-relatives.ts";
import { readScorecardFacts } from "#lib/scorecards/results/read-scorecard-facts.ts";
import { levelName } from "#lib/scorecards/scorecards/level-name.ts";
import { Level, RuleState } from "#lib/scorecards/scorecards/schema.ts";

const ScoredRule = z.object({
  identifier: z.string(),
  title: z.string(),
  level: Level,
  state: RuleState,
  query: z.string(),
  remedy: z.string(),
  /** For a rule that does not pass: the conditions that decided it and what was found there. */
  causes: z.array(z.object({ condition: z.string(), found: z.string() })),
});

export const EntityScore = z.object({
  scorecard: z.object({ identifier: z.string(), title: z.string() }),
  level: Level,
  /** The next level and how many of its rules do not pass; null at the highest. */
  next: Level.extend({ missing: z.number() }).nullable(),
  passed: z.number(),
  total: z.number(),
  evaluatedAt: z.string(),
  /** Since when it has this level. */
  changedAt: z.string(),
  rules: z.array(ScoredRule),
});
export type EntityScore = z.infer<typeof EntityScore>;

type StoredRule = {
  identifier: string;
  title: string;
  rank: number;
  state: RuleState;
  text: string;
  query: Query;
  remedy: string;
};
type Row = Omit<EntityScore, "scorecard" | "level" | "next" | "rules"> & {
  identifier: string;
  title: string;
  rank: number;
  missing: number;
  levels: Level[];
  rules: StoredRule[];
};

/** Everything one entity is scored by: its levels, the state of each rule, and for what fails what was found and how to fix it. */
export const listEntityScores = query({
  name: "scorecard.list-entity-scores",
  permission: "scorecard:read",
  route: { method: "GET", path: "/entity-scores", summary: "Read all scores of one entity" },
  input: z.strictObject({ entityId: z.uuid("Use the id of an entity") }),
  output: z.object({ scores: z.array(EntityScore) }),
  async run({ ctx, tx, input }) {
    const [facts, rows] = await Promise.all([
      readEntityFacts(tx, ctx.org.id, input.entityId),
      tx.execute<Row>(sql`
        select s.identifier, s.title, s.levels, l.level as rank, l.to_next as missing, l.passed, l.total,
          ${iso(sql`l.evaluated_at`)} as "evaluatedAt", ${iso(sql`l.changed_at`)} as "changedAt",
          (select jsonb_agg(jsonb_build_object('identifier', r.identifier, 'title', r.title, 'rank', r.level, 'state', l.states ->> r.identifier,
              'text', r.query_text, 'query', r.query, 'remedy', r.remedy) order by r.level, r.position)
            from scorecard_rules r where r.org_id = l.org_id and r.scorecard_id = l.scorecard_id) as rules
        from scorecard_levels l join scorecards s on s.org_id = l.org_id and s.id = l.scorecard_id
        where l.org_id = ${ctx.org.id}::uuid and l.entity_id = ${input.entityId}::uuid order by lower(s.title), s.id`),
    ]);
    if (facts === null) throw new AppError("not_found", "There is no such entity.");
    const failing = rows.flatMap(({ rules }) => rules.filter(({ state }) => state !== "pass"));
    const hops = Math.max(0, ...failing.map((rule) => queryNeeds(rule.query).hops));
    const relatives = await readRelatives(tx, ctx.org.id, input.entityId, hops);
    const asksScorecards = failing.some((rule) => queryNeeds(rule.query).scorecards.length > 0);
    const scorecards = asksScorecards ? await readScorecardFacts(tx, ctx.org.id, input.entityId) : undefined;
    const entity = {
      ...facts,
      ...(relatives === undefined ? {} : { relatives }),
      ...(scorecards === undefined ? {} : { scorecards }),
    };
    const now = new Date();
    const scores = rows.map(({ identifier, title, rank, missing, levels, rules, ...score }) => {
      const next = levels.find((level) => level.rank === rank + 1);
      return {
        ...score,
        scorecard: { identifier, title },
        level: { rank, name: levelName(levels, rank) },
        next: next === undefined ? null : { ...next, missing },
        rules: rules.map(({ rank: ruleRank, text, query: rule, ...rest }) => ({
          ...rest,
          level: { rank: ruleRank, name: levelName(levels, ruleRank) },
          query: text,
          causes: rest.state === "pass" ? [] : explainRule(rule, entity, now),
        })),
      };
    });
    return { scores };
  },
});
