import { createHash } from "node:crypto";
import { Transform } from "node:stream";

const newline = 10;

/** Passes bytes through, counting lines (a row of COPY's text form is exactly one) and hashing. */
export function measure(): { stream: Transform; rows(): number; sha256(): string } {
  const hash = createHash("sha256");
  let rows = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) rows++;
      done(null, chunk);
    },
  });
  return { stream, rows: () => rows, sha256: () => hash.digest("hex") };
}
