/** A statement as it goes to PostgreSQL. */
export interface CompiledStatement {
  sql: string;
  params: readonly unknown[];
}

const tableExpression = /\b(?:from|join)\s+"?[a-z_]+"?\s+(?:as\s+)?"?(\w+)"?/gi;

/** The text from an offset to the end of the sub-select around it. */
function enclosingSelect(text: string, offset: number): string {
  let depth = 0;
  for (let at = offset; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth < 0) return text.slice(offset, at);
  }
  return text.slice(offset);
}

/**
 * The aliases of tables in a compiled statement that are not held to the organization in their own sub-select; empty
 * when all are. The role that runs compiled queries has no row-level security on the catalog, so this must hold for
 * every statement that the compiler can produce. It reads only what the compiler writes: what people wrote is never in
 * the text of a statement. What a statement makes itself of scoped tables has a digit in its name (`x1`, `walk1`) and is no table.
 */
export function findUnscopedTables(statement: CompiledStatement, orgId: string): string[] {
  return [...statement.sql.matchAll(tableExpression)].flatMap((match) => {
    const alias = match[1] ?? "";
    const condition = new RegExp(`(?<![\\w"])"?${alias}"?\\.org_id = \\$(\\d+)`, "g");
    const isScoped = [...enclosingSelect(statement.sql, match.index).matchAll(condition)].some(
      ([, parameter]) => statement.params[Number(parameter) - 1] === orgId,
    );
    return isScoped ? [] : [alias];
  });
}
