import { type SQL, sql } from "drizzle-orm";
import type { Core, Json } from "../core.ts";
import type { Scope } from "./term-sql.ts";

type Compile = (core: Core, compilation: Compilation) => SQL;
type Compilers = { value: Compile; truth: Compile };

/**
 * The state of compiling one expression. Every value is a jsonb: SQL's NULL is *error* and nothing else, JSON's null is *missing*. So
 * NULL goes through every strict function by itself; only what is not strict has to look.
 */
export class Compilation {
  readonly scope: Scope;
  readonly #compilers: Compilers;
  readonly #variables = new Map<number, SQL>();
  #aliases = 0;

  constructor(scope: Scope, compilers: Compilers) {
    this.scope = scope;
    this.#compilers = compilers;
  }

  /** The jsonb that a step yields. */
  value(core: Core): SQL {
    return this.#compilers.value(core, this);
  }

  /** The condition that a step is: a boolean, NULL for an error and for nothing else. */
  truth(core: Core): SQL {
    return this.#compilers.truth(core, this);
  }

  /** A name that no other table in the expression has. */
  alias(): SQL {
    this.#aliases += 1;
    return sql`${sql.identifier(`x${this.#aliases}`)}`;
  }

  variable(id: number): SQL {
    const name = this.#variables.get(id);
    if (name === undefined)
      throw new TypeError("A variable is used outside of its lambda; read the query with readQuery first.");
    return name;
  }

  withVariable<Result>(id: number, name: SQL, work: () => Result): Result {
    const before = this.#variables.get(id);
    this.#variables.set(id, name);
    const result = work();
    if (before === undefined) this.#variables.delete(id);
    else this.#variables.set(id, before);
    return result;
  }

  /** Works out values once and gives them names; `offset 0` keeps the planner from writing them out wherever the names stand. */
  once(values: readonly SQL[], body: (...names: SQL[]) => SQL): SQL {
    const alias = this.alias();
    const columns = values.map((_, index) => sql`${sql.identifier(`v${index}`)}`);
    const named = values.map((value, index) => sql`${value} as ${columns[index]}`);
    const names = columns.map((column) => sql`${alias}.${column}`);
    return sql`(select ${body(...names)} from (select ${sql.join(named, sql`, `)} offset 0) as ${alias})`;
  }
}

/** A written value as jsonb. Through text, because the driver would encode a jsonb parameter once more. */
export function jsonParameter(value: Json): SQL {
  return sql`${JSON.stringify(value)}::text::jsonb`;
}

export const missingJson = sql`'null'::jsonb`;
export const emptyList = sql`'[]'::jsonb`;

/** Decides between an error, missing and everything else, for operands that have been worked out. */
export function unlessMissing(names: readonly SQL[], whenMissing: SQL, cases: SQL): SQL {
  const isError = sql.join(
    names.map((name) => sql`${name} is null`),
    sql` or `,
  );
  const isMissing = sql.join(
    names.map((name) => sql`${name} = ${missingJson}`),
    sql` or `,
  );
  return sql`case when ${isError} then null when ${isMissing} then ${whenMissing} ${cases} end`;
}
