import { z } from "zod";

/** Text that the database can store: no NUL, no half of a surrogate pair. */
const plain = (max: number) =>
  z
    .string()
    .max(max, `Use at most ${max} characters`)
    .refine((text) => !text.includes("\0") && text.isWellFormed(), "Has a character that cannot be stored; remove it");

const path = plain(500).min(1, "Give the file a path");

/** Where to import from. What a text or file holds is checked by the import itself, which names the place. */
export const ImportSource = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("paste"),
    text: z.string().min(1, "Paste the text of a descriptor"),
    fileName: path.optional(),
  }),
  z.strictObject({
    kind: z.literal("files"),
    files: z
      .array(z.strictObject({ path, content: z.string() }))
      .min(1, "Choose at least one file")
      .max(5000, "Choose at most 5,000 files at once"),
  }),
  z.strictObject({
    kind: z.literal("git"),
    url: plain(2000).min(1, "Give the address of a git repository"),
    /** A branch or tag; without it the repository's own choice. */
    ref: plain(200).optional(),
    /** A file or folder to begin at. */
    path: plain(500).optional(),
    /** Read every YAML file, even when there is a catalog-info.yaml. */
    isEveryFileWanted: z.boolean().optional(),
  }),
]);
export type ImportSource = z.infer<typeof ImportSource>;

export const ImportInput = z.strictObject({ source: ImportSource });

export const verdicts = ["refused", "kept", "skipped", "mapped"] as const;

/** One thing that an import has to say about what it met. */
export const ImportLine = z.object({
  position: z.number(),
  verdict: z.enum(verdicts),
  file: z.string(),
  line: z.number().nullable(),
  path: z.string().nullable(),
  /** `blueprint:identifier` when the line is about one entity. */
  entityRef: z.string().nullable(),
  what: z.string(),
  why: z.string(),
});
export type ImportLine = z.infer<typeof ImportLine>;

const count = z.number().int();

/** How many lines there are of each verdict. */
export const LineCounts = z.object({ mapped: count, kept: count, refused: count, skipped: count });

export const FieldCounts = z.object({ mapped: count, kept: count, refused: count });

/** One finished import, without its lines. `refused` counts lines, the others entities. */
export const ImportSummary = z.object({
  importId: z.string(),
  sourceId: z.string().nullable(),
  sourceKind: z.string(),
  sourceName: z.string(),
  sourceLocation: z.string(),
  revision: z.string().nullable(),
  actorName: z.string(),
  created: count,
  changed: count,
  unchanged: count,
  refused: count,
  fileCount: count,
  startedAt: z.string(),
  finishedAt: z.string(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

/** The answer to an import: what was written, and the first lines (`lineCounts` says how many there are), refused ones first. */
export const ImportReport = z.object({
  importId: z.string(),
  sourceId: z.string(),
  sourceKind: z.string(),
  sourceName: z.string(),
  sourceLocation: z.string(),
  revision: z.string().nullable(),
  created: count,
  changed: count,
  unchanged: count,
  refused: count,
  fileCount: count,
  fieldCounts: FieldCounts,
  lineCounts: LineCounts,
  lines: z.array(ImportLine),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** What an import would do, without doing it. */
export const ImportPreview = ImportReport.omit({ importId: true, sourceId: true }).extend({
  /** Per blueprint, what the catalog would gain. */
  blueprints: z.array(z.object({ blueprint: z.string(), created: count, changed: count, unchanged: count })),
});
export type ImportPreview = z.infer<typeof ImportPreview>;
