import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "./refusal.ts";

const neededMegabytes = 300;

/** Refuses when a directory that is going to be written has too little room. */
export function requireDiskSpace(directories: string[]): void {
  for (const directory of directories) {
    const megabytes = freeMegabytes(directory);
    if (megabytes < neededMegabytes) {
      throw new Refusal(
        `The disk of ${directory} has ${megabytes} MB free and Causeway needs ${neededMegabytes}; make room, or set CAUSEWAY_DATA_DIR to another disk.`,
      );
    }
  }
}

function freeMegabytes(directory: string): number {
  let existing = directory;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  return Math.floor((bavail * bsize) / 1_048_576);
}
