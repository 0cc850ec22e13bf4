import { type SQL, sql } from "drizzle-orm";
import type { Asker } from "../asker.ts";
import type { Condition, Query } from "../ast.ts";
import { findCost, meaningOf } from "../elaboration/query-needs.ts";
import { findExcess } from "../limits.ts";
import { compileComparison, compileMembership } from "./compile-comparison.ts";
import { compileExpression } from "./compile-expression.ts";
import { plainConditionOf } from "./plain-condition.ts";
import { findScored } from "./score-sql.ts";
import { compileResolution, jsonAt, orFalse, placeColumn, type Scope } from "./term-sql.ts";

export interface CompileOptions {
  orgId: string;
  /** What age(…) is measured against; the interpreter takes the same. */
  now: Date;
  /** Who asks, for queries that say `me`; nobody when it is left out. */
  asker?: Asker | undefined;
  /** The alias of `entities` in the statement around it. */
  alias?: string;
}

/**
 * SQL's own three-valued logic is the language's: NULL stands for *error* and nothing else. `and`, `or` and `not` of
 * PostgreSQL then are already right, in any order. Everything below must therefore yield false, never NULL, for a
 * missing value; only where a predicate does not care (`lenient`) may it be NULL, which keeps indexes usable.
 */
function compileNode(query: Query, scope: Scope): SQL {
  switch (query.op) {
    case "and":
    case "or":
      return sql`(${sql.join(
        query.of.map((part) => compileNode(part, scope)),
        query.op === "and" ? sql` and ` : sql` or `,
      )})`;
    case "not":
      return sql`(not ${compileNode(query.of, { ...scope, lenient: false })})`;
    case "in":
      return compileMembership(query, scope);
    case "exists": {
      if ("path" in query.term) {
        const empty = sql`('null'::jsonb, '""'::jsonb, '[]'::jsonb, '{}'::jsonb)`;
        return orFalse(sql`(${jsonAt(query.term, scope)} not in ${empty})`, scope);
      }
      const column = placeColumn(query.term, scope);
      if (query.term.field === "tags") return sql`(cardinality(${column}) > 0)`;
      if (query.term.field === "createdAt" || query.term.field === "updatedAt") return sql`(${column} is not null)`;
      return orFalse(sql`(${column} <> '')`, scope);
    }
    case "resolved":
      return compileResolution(query, scope);
    case "expression":
      return compileCondition(query, scope);
    default:
      return compileComparison(query, scope);
  }
}

function compileCondition({ expression }: Condition, scope: Scope): SQL {
  const { core } = meaningOf(expression);
  const plain = plainConditionOf(core);
  if (plain !== undefined) return compileNode(plain, scope);
  return (scope.lenient ? findScored(core, scope) : undefined) ?? compileExpression(core, scope);
}

function compileRoot(query: Query, options: CompileOptions, lenient: boolean): SQL {
  const excess = findExcess(query) ?? findCost(query);
  if (excess !== undefined) throw new RangeError(excess);
  return compileNode(query, {
    orgId: options.orgId,
    nowMs: options.now.getTime(),
    asker: options.asker,
    entity: entityName(options),
    lenient,
  });
}

function entityName(options: { alias?: string }): SQL {
  return sql`${sql.identifier(options.alias ?? "e")}`;
}

/** A condition for WHERE. An entity for which the query is an error does not match. It also holds the alias to the org. */
export function compilePredicate(query: Query, options: CompileOptions): SQL<boolean> {
  return sql<boolean>`(${entityName(options)}.org_id = ${options.orgId}::uuid and ${compileRoot(query, options, true)})`;
}

/** The state of the query for a row: `'true'`, `'false'` or `'error'`. Select it from {@link compileSource}. */
export function compileState(query: Query, options: CompileOptions): SQL<"true" | "false" | "error"> {
  return sql`coalesce((${compileRoot(query, options, false)})::text, 'error')`;
}

/** The entities of one organization, for FROM. */
export function compileSource(options: Pick<CompileOptions, "orgId" | "alias">): SQL {
  return sql`(select * from entities as source where source.org_id = ${options.orgId}::uuid) as ${entityName(options)}`;
}
