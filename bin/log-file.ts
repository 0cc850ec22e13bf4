import { closeSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import type { Readable } from "node:stream";

const limitBytes = 20 * 1_048_576;
const tailLines = 40;

/** A log that keeps its size: the file, one older file, and the last lines in memory for when something goes wrong. */
export type LogFile = { path: string; read(stream: Readable): void; tail(): string };

export function openLogFile(path: string): LogFile {
  let file = openSync(path, "a", 0o600);
  let size = statSync(path).size;
  const recent: string[] = [];
  const write = (chunk: Buffer) => {
    if (size > limitBytes) {
      closeSync(file);
      renameSync(path, `${path}.1`);
      file = openSync(path, "a", 0o600);
      size = 0;
    }
    try {
      size += writeSync(file, chunk);
    } catch {
      // A full disk must not stop the program whose log this is.
    }
    recent.push(
      ...chunk
        .toString("utf8")
        .split("\n")
        .filter((line) => line.trim() !== ""),
    );
    recent.splice(0, recent.length - tailLines);
  };
  return {
    path,
    read: (stream) => void stream.on("data", write),
    tail: () => recent.join("\n"),
  };
}
