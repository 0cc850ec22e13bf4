import { type SQL, sql } from "drizzle-orm";
import type { Core } from "../core.ts";
import { type Compilation, missingJson } from "./compilation.ts";
import type { Scope } from "./term-sql.ts";

type Of<Step extends Core["step"]> = Extract<Core, { step: Step }>;

const signs: Record<Of<"compare">["op"], SQL> = { "=": sql`=`, ">": sql`>`, ">=": sql`>=`, "<": sql`<`, "<=": sql`<=` };

/** The scorecard of a name; `s` in what is around it. */
function named(scorecard: string, scope: Scope): SQL {
  return sql`s.org_id = ${scope.orgId}::uuid and s.identifier = ${scorecard}::text`;
}

/** What is stored of the entity's score as an object: missing when it has none, an error when there is no such scorecard. */
export function scoreSql({ scorecard }: Of<"score">, { scope }: Compilation): SQL {
  const score = sql`jsonb_build_object('level', l.level, 'levelName', s.levels -> (nullif(l.level, 0) - 1) -> 'name', 'percent', l.passed * 100 / l.total,
    'passed', l.passed, 'total', l.total, 'rules', l.states)`;
  const stored = sql`select ${score} from scorecard_levels as l
    where l.org_id = ${scope.orgId}::uuid and l.scorecard_id = s.id and l.entity_id = ${scope.entity}.id`;
  return sql`(select coalesce((${stored}), ${missingJson}) from scorecards as s where ${named(scorecard, scope)})`;
}

/** Lower case of A to Z only, as the interpreter has it. */
function lowered(text: SQL): SQL {
  return sql`lower(${text} collate "C")`;
}

/** The rank of a level by its name, an error when the scorecard or the level is not there. One that is written exactly so is taken first. */
export function rankSql({ scorecard, name }: Of<"rank">, { scope }: { scope: Scope }): SQL {
  const written = sql`x1.value ->> 'name'`;
  return sql`(select x1.value -> 'rank' from scorecards as s, jsonb_array_elements(s.levels) as x1(value)
    where ${named(scorecard, scope)} and ${lowered(written)} = ${lowered(sql`${name}::text`)}
    order by (${written} = ${name}::text) desc, (x1.value ->> 'rank')::integer limit 1)`;
}

/** Whether a rule passes: an error when the scorecard has none of this name, false when the entity has no score. */
export function passesSql(core: Of<"passes">, compilation: Compilation): SQL {
  return compilation.once(
    [compilation.value(core.of)],
    (score = sql`null`) =>
      sql`case when ${score} = ${missingJson} then false else ${score} -> 'rules' ->> ${core.rule}::text = 'pass' end`,
  );
}

/**
 * A condition about one score as what an index can answer, or undefined. It is for where false may stand for an error: an entity that a
 * scorecard or a level does not exist for is not among what is found.
 */
export function findScored(core: Core, scope: Scope): SQL | undefined {
  if (core.step === "passes" && core.of.step === "score")
    return among(core.of.scorecard, sql`l.states ->> ${core.rule}::text = 'pass'`, scope);
  if (core.step !== "compare" || core.left.step !== "member" || core.left.of.step !== "score") return undefined;
  if (core.left.key !== "level" || core.right.step !== "rank") return undefined;
  const rank = sql`(${rankSql(core.right, { scope })})::integer`;
  return among(core.left.of.scorecard, sql`l.level ${signs[core.op]} ${rank}`, scope);
}

function among(scorecard: string, condition: SQL, scope: Scope): SQL {
  return sql`(${scope.entity}.id in (select l.entity_id from scorecards as s join scorecard_levels as l on l.org_id = ${scope.orgId}::uuid and l.scorecard_id = s.id
    where ${named(scorecard, scope)} and ${condition}))`;
}
