import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Refusal } from "../refusal.ts";

/**
 * What a backup directory holds: `manifest.json`, one gzipped COPY text file per table in `tables`, the files of Causeway's git
 * repositories in `repositories`, and, when it was asked for, `secret`. Checksums are of the content before compression.
 */
const Manifest = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  queueMigration: z.number(),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      file: z.string(),
      rows: z.number(),
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string() })),
  repositoryFiles: z.array(z.object({ path: z.string(), sha256: z.string(), mode: z.number() })),
  hasSecret: z.boolean(),
});

export type Manifest = z.infer<typeof Manifest>;

export const manifestFile = "manifest.json";

export function readManifest(directory: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(directory, manifestFile), "utf8");
  } catch {
    throw new Refusal(
      `${directory} is not a backup: it has no ${manifestFile}; name the directory that npm run backup printed.`,
    );
  }
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    throw new Refusal(
      `${join(directory, manifestFile)} is damaged or of another version of Causeway; use another backup.`,
    );
  }
}
