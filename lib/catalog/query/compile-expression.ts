import type { SQL } from "drizzle-orm";
import { Compilation } from "./compilation.ts";
import { compileTruth } from "./compile-truth.ts";
import { compileValue } from "./compile-value.ts";
import type { Core } from "./core.ts";
import type { Scope } from "./term-sql.ts";

/** What an expression comes down to as a condition: true, false, or NULL for an error. */
export function compileExpression(core: Core, scope: Scope): SQL {
  return compileTruth(core, new Compilation(scope, { value: compileValue, truth: compileTruth }));
}
