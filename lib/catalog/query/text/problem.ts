/** Why a text is not a query, at the characters. Lines and columns start at 1; columns count UTF-16 units, as editors do. */
export interface QueryProblem {
  message: string;
  offset: number;
  /** The offset behind the last character that it is about. */
  end: number;
  line: number;
  column: number;
}

/** Thrown inside the reader and caught at its edge; callers get a {@link QueryProblem}. */
export class QuerySyntaxError extends Error {
  readonly offset: number;
  readonly end: number;
  constructor(offset: number, message: string, end: number = offset) {
    super(message);
    this.offset = offset;
    this.end = end;
  }
}

/** Places a sentence at an offset of a text. */
export function locateProblem(text: string, { offset, end, message }: QuerySyntaxError): QueryProblem {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  const last = Math.min(text.length, Math.max(end, offset + 1));
  return { message: `Line ${line}, column ${column}: ${message}.`, offset, end: Math.max(last, offset), line, column };
}
