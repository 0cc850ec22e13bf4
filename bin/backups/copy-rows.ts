import { pipeline } from "node:stream/promises";
import type { TransactionSql } from "postgres";

const reminderMs = 20;

/**
 * Sends what a query gives through streams, in PostgreSQL's text format of COPY. The driver pauses its connection when the streams are
 * slower, and can miss the moment to go on: it is reminded. When it pauses in the last piece, nothing asks it to go on any more, and the
 * next statement of the transaction would wait for ever: so it is told to go on at the end, too.
 */
export async function copyRows(
  transaction: TransactionSql,
  query: string,
  ...streams: [NodeJS.ReadWriteStream, ...NodeJS.ReadWriteStream[], NodeJS.WritableStream]
): Promise<void> {
  const rows = await transaction.unsafe(`copy (${query}) to stdout`).readable();
  const reminder = setInterval(() => {
    if (rows.readableLength < rows.readableHighWaterMark) rows._read(0);
  }, reminderMs);
  try {
    await pipeline([rows, ...streams]);
  } finally {
    clearInterval(reminder);
    rows._read(0);
  }
}
