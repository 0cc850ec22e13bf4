import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";

/**
 * A `git cat-file --batch` process: one question, one answer, in order. Files are read from git's store and never written to disk, so
 * there is no working tree in which a path, a link or a filter could do harm.
 */
export class BlobReader {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  #waiting: { resolve(bytes: Buffer | null): void }[] = [];
  #received: Buffer[] = [];
  #receivedBytes = 0;
  #neededBytes = 0;
  #isClosed = false;

  constructor(repository: string, environment: NodeJS.ProcessEnv) {
    this.#process = spawn("git", ["--git-dir", repository, "cat-file", "--batch"], {
      env: environment,
      stdio: ["pipe", "pipe", "ignore"],
    });
    this.#process.stdout.on("data", (chunk: Buffer) => {
      this.#received.push(chunk);
      this.#receivedBytes += chunk.length;
      if (this.#receivedBytes >= this.#neededBytes) this.#answer();
    });
    this.#process.stdin.on("error", () => undefined);
    this.#process.on("error", () => this.#giveUp());
    this.#process.on("close", () => this.#giveUp());
  }

  /** The bytes of a blob, or null when git does not have it. `id` comes from git itself. */
  read(id: string): Promise<Buffer | null> {
    if (this.#isClosed) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#waiting.push({ resolve });
      this.#process.stdin.write(`${id}\n`);
    });
  }

  close(): void {
    this.#giveUp();
    this.#process.kill("SIGKILL");
  }

  /** Hands out every answer that is complete: `<id> blob <size>`, line break, content, line break. */
  #answer(): void {
    let bytes = Buffer.concat(this.#received);
    for (;;) {
      const headerEnd = bytes.indexOf(10);
      if (headerEnd < 0) break;
      const header = bytes.toString("latin1", 0, headerEnd);
      const size = / blob (\d+)$/.exec(header)?.[1];
      const contentEnd = headerEnd + 1 + (size === undefined ? -1 : Number(size));
      if (bytes.length < contentEnd + 1) {
        this.#neededBytes = contentEnd + 1;
        break;
      }
      this.#neededBytes = 0;
      this.#waiting
        .shift()
        ?.resolve(size === undefined ? null : Buffer.from(bytes.subarray(headerEnd + 1, contentEnd)));
      bytes = bytes.subarray(contentEnd + 1);
    }
    this.#received = [bytes];
    this.#receivedBytes = bytes.length;
  }

  #giveUp(): void {
    this.#isClosed = true;
    for (const { resolve } of this.#waiting.splice(0)) resolve(null);
  }
}
