import { type SQL, sql } from "drizzle-orm";
import type { Core } from "../core.ts";
import { Compilation } from "./compilation.ts";
import { compileTruth } from "./compile-truth.ts";
import { compileValue } from "./compile-value.ts";
import type { Scope } from "./term-sql.ts";

/** What an expression yields as a jsonb: NULL for an error, JSON's null when it is missing. */
export function compileJson(core: Core, { orgId, now, alias }: { orgId: string; now: Date; alias: string }): SQL {
  const scope: Scope = {
    orgId,
    nowMs: now.getTime(),
    asker: undefined,
    entity: sql`${sql.identifier(alias)}`,
    lenient: false,
  };
  return compileValue(core, new Compilation(scope, { value: compileValue, truth: compileTruth }));
}

/** What an expression comes down to as a condition: true, false, or NULL for an error. */
export function compileExpression(core: Core, scope: Scope): SQL {
  return compileTruth(core, new Compilation(scope, { value: compileValue, truth: compileTruth }));
}
