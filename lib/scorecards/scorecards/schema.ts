import { z } from "zod";
import { QueryText } from "#lib/scorecards/scorecards/query-text.ts";

const line = (max: number) => z.string().trim().min(1, "Cannot be empty").max(max, `Use at most ${max} characters`);
const Identifier = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, "Use 1 to 63 lower-case letters, digits and inner hyphens");

export const ScorecardIdentifier = z.strictObject({ identifier: z.string().min(1).max(63) });

export const RuleDefinition = z.strictObject({
  identifier: Identifier,
  title: line(120),
  description: z.string().trim().max(1000).default(""),
  /** The name of one of the scorecard's levels. */
  level: z.string(),
  query: QueryText,
  /** What to do when the rule fails, for whoever owns the entity. */
  remedy: line(1000),
});
export type RuleDefinition = z.output<typeof RuleDefinition>;

// Together they become one statement, which can carry 65,535 values.
const maxTextOfAllQueries = 64_000;

/** A scorecard as people write it: which entities, which levels from the lowest up, and the rules of each level. */
export const ScorecardDefinition = z
  .strictObject({
    identifier: Identifier,
    title: line(120),
    description: z.string().trim().max(1000).default(""),
    filter: QueryText,
    levels: z.array(line(40)).min(1, "Name at least one level").max(6, "Use at most 6 levels"),
    rules: z.array(RuleDefinition).min(1, "Write at least one rule").max(60, "Use at most 60 rules"),
  })
  .superRefine((scorecard, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    const { levels, rules } = scorecard;
    for (const [index, name] of levels.entries()) {
      if (levels.indexOf(name) < index)
        refuse(["levels", index], `${name} is there twice; name each level differently`);
      if (!rules.some((rule) => rule.level === name))
        refuse(["levels", index], `${name} has no rule; write one or leave the level out`);
    }
    for (const [index, rule] of rules.entries()) {
      if (!levels.includes(rule.level))
        refuse(["rules", index, "level"], `Use one of the levels: ${levels.join(", ")}`);
      if (rules.findIndex((other) => other.identifier === rule.identifier) < index) {
        refuse(["rules", index, "identifier"], `${rule.identifier} is there twice; give each rule its own identifier`);
      }
    }
    const length = rules.reduce((sum, rule) => sum + rule.query.length, scorecard.filter.length);
    if (length > maxTextOfAllQueries)
      refuse(["rules"], "The queries are longer than 64,000 characters together; shorten them");
  });
export type ScorecardDefinition = z.output<typeof ScorecardDefinition>;

/** `rank` counts from 1; rank 0 is below the lowest level. */
export const Level = z.object({ rank: z.number(), name: z.string() });
export type Level = z.infer<typeof Level>;

export const LevelCount = Level.extend({ count: z.number() });
export type LevelCount = z.infer<typeof LevelCount>;

export const ScorecardSummary = z.object({
  id: z.string(),
  identifier: z.string(),
  title: z.string(),
  description: z.string(),
  filter: z.string(),
  version: z.number(),
  levels: z.array(Level),
  /** From the highest level down to none. */
  counts: z.array(LevelCount),
  ruleCount: z.number(),
  total: z.number(),
  evaluatedAt: z.string().nullable(),
});
export type ScorecardSummary = z.infer<typeof ScorecardSummary>;

export const RuleState = z.enum(["pass", "fail", "error"]);
export type RuleState = z.infer<typeof RuleState>;
