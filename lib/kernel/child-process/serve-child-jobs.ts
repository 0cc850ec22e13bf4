/**
 * The child's side of a child pool: jobs arrive on standard input and are answered on standard output, one at a time, each message a
 * four-byte length and UTF-8 text. An empty message first says that the child has started: on a busy machine that alone can take seconds,
 * which are not the job's. The child ends when its input ends, so it never outlives the process that started it.
 */
export function serveChildJobs(work: (input: string) => string): void {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  process.stdin.on("data", (chunk: Buffer) => {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes < 4) return;
    const first = waiting[0];
    const start = first !== undefined && first.length >= 4 ? first : Buffer.concat(waiting);
    const length = start.readUInt32BE(0);
    if (waitingBytes < 4 + length) return;
    const message = Buffer.concat(waiting);
    waiting = [message.subarray(4 + length)];
    waitingBytes = message.length - 4 - length;
    process.stdout.write(frameMessage(work(message.toString("utf8", 4, 4 + length))));
  });
  process.stdin.on("end", () => process.exit(0));
  process.stdout.write(frameMessage(""));
}

/** One message as bytes: length, then text. */
export function frameMessage(text: string): Buffer {
  const body = Buffer.from(text, "utf8");
  const header = Buffer.alloc(4);
  header.writeUInt32BE(body.length, 0);
  return Buffer.concat([header, body]);
}
