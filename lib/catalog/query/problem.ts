/** Why a text is not a query, at the character. Lines and columns start at 1; columns count UTF-16 units, as editors do. */
export interface QueryProblem {
  message: string;
  offset: number;
  line: number;
  column: number;
}

/** Thrown inside the reader and caught at its edge; callers get a {@link QueryProblem}. */
export class QuerySyntaxError extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** Places a sentence at an offset of a text. */
export function locateProblem(text: string, offset: number, detail: string): QueryProblem {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  return { message: `Line ${line}, column ${column}: ${detail}.`, offset, line, column };
}
