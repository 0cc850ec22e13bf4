import { posix } from "node:path";
import { collectLines, describeLeftFiles, type LineCollector } from "#lib/ingestion/backstage/collect-lines.ts";
import {
  type Descriptor,
  isKubernetesManifest,
  lineOf,
  recognizeDescriptor,
} from "#lib/ingestion/backstage/descriptor.ts";
import type { ImportedEntity, ReportLine } from "#lib/ingestion/backstage/imported-entity.ts";
import type { DescribedKind } from "#lib/ingestion/backstage/kind-rules.ts";
import { mapEntity } from "#lib/ingestion/backstage/map-entity.ts";
import { dropMirroredRelations } from "#lib/ingestion/backstage/map-relations.ts";
import { readLocations } from "#lib/ingestion/backstage/read-locations.ts";
import { resolvePlaceholders } from "#lib/ingestion/backstage/resolve-placeholders.ts";
import { validateDescriptor } from "#lib/ingestion/backstage/validate-descriptor.ts";
import type { FileTree } from "#lib/ingestion/trees/file-tree.ts";
import { parseYaml } from "#lib/ingestion/yaml/parse-yaml.ts";
import type { ParsedDocument } from "#lib/ingestion/yaml/parsed-yaml.ts";

export type CatalogReading = {
  entities: ImportedEntity[];
  /** At least one line for every descriptor and for every file that was looked at. */
  lines: ReportLine[];
  fieldCounts: { mapped: number; kept: number; refused: number };
  fileCount: number;
};

type ReadOptions = {
  /** A file or folder in the tree; without it, the whole tree. */
  path?: string | undefined;
  /** Every YAML file, even when there is a `catalog-info.yaml` to begin with. */
  isEveryFileWanted?: boolean;
  /** Whose turn it is in the parser's queue. */
  lane?: string;
  /** The kinds that somebody described, or that ship: their relations may be stated in `spec`. */
  kinds?: ReadonlyMap<string, DescribedKind>;
};

const entryNames = ["catalog-info.yaml", "catalog-info.yml"];
const maxEntities = 50_000;
const filesAtOnce = 8;

/**
 * Reads a catalog written for Backstage from a tree of files. It begins at the path given, else at `catalog-info.yaml` and follows
 * Locations from there, else it reads every YAML file. Never rejects because of what the files hold: that is what the lines are for.
 */
export async function readCatalog(tree: FileTree, options: ReadOptions = {}): Promise<CatalogReading> {
  const files = new Set(await tree.list());
  const lines = collectLines();
  const entry = findEntry(files, options);
  if (entry.files.length === 0) {
    lines.add({
      verdict: "refused",
      file: entry.place,
      line: null,
      path: null,
      entityRef: null,
      what: entry.problem,
      why: "Nothing imported.",
    });
  }
  const reading = new Reading(tree, files, lines, entry.isGuess, options);
  await reading.follow(entry.files);
  dropMirroredRelations(reading.entities);
  describeLeftFiles(
    lines,
    [...files].filter((file) => file.startsWith(entry.folder) && !reading.usedFiles.has(file)),
    entry.isGuess,
  );
  return {
    entities: reading.entities,
    lines: lines.all(),
    fieldCounts: reading.fieldCounts,
    fileCount: reading.usedFiles.size,
  };
}

type Entry = { files: string[]; folder: string; place: string; isGuess: boolean; problem: string };

function findEntry(files: ReadonlySet<string>, options: ReadOptions): Entry {
  const path = posix.normalize(`/${options.path ?? ""}`).replace(/^\/|\/$/g, "");
  if (files.has(path)) return { files: [path], folder: path, place: path, isGuess: false, problem: "" };
  const folder = path === "" ? "" : `${path}/`;
  const place = path === "" ? "(root)" : path;
  const named = entryNames.map((name) => `${folder}${name}`).find((name) => files.has(name));
  if (named !== undefined && options.isEveryFileWanted !== true)
    return { files: [named], folder, place, isGuess: false, problem: "" };
  const inside = [...files].filter((file) => file.startsWith(folder));
  const problem = path !== "" && inside.length === 0 ? `${path} does not exist` : "There is no YAML file";
  // A single file is read whatever its name: a pasted text has none.
  return {
    files: inside.filter((file) => isYamlName(file) || files.size === 1),
    folder,
    place,
    isGuess: true,
    problem,
  };
}

function isYamlName(file: string): boolean {
  return /\.ya?ml$/i.test(file) && !/(?:^|\/)node_modules\//.test(file);
}

class Reading {
  readonly entities: ImportedEntity[] = [];
  readonly usedFiles = new Set<string>();
  readonly fieldCounts = { mapped: 0, kept: 0, refused: 0 };
  readonly #tree: FileTree;
  readonly #files: ReadonlySet<string>;
  readonly #lines: LineCollector;
  readonly #isGuess: boolean;
  readonly #lane: string;
  readonly #kinds: ReadonlyMap<string, DescribedKind>;
  readonly #originOfEntity = new Map<string, { file: string; line: number }>();

  constructor(
    tree: FileTree,
    files: ReadonlySet<string>,
    lines: LineCollector,
    isGuess: boolean,
    { lane = "", kinds = new Map() }: ReadOptions,
  ) {
    this.#tree = tree;
    this.#files = files;
    this.#lines = lines;
    this.#isGuess = isGuess;
    this.#lane = lane;
    this.#kinds = kinds;
  }

  /** Reads files and what their Locations lead to, breadth first, each file once. */
  async follow(entry: string[]): Promise<void> {
    let wave = entry.map((file) => ({ file, ancestors: new Set([file]) }));
    const seen = new Set(entry);
    while (wave.length > 0) {
      const next: typeof wave = [];
      for (let start = 0; start < wave.length; start += filesAtOnce) {
        // Parsed side by side, taken in order: the report of an import is the same every time.
        const slice = wave.slice(start, start + filesAtOnce);
        const parsed = await Promise.all(slice.map(({ file }) => this.#parse(file)));
        for (const [index, { file, ancestors }] of slice.entries()) {
          for (const target of await this.#take(file, parsed[index] ?? [], ancestors)) {
            if (seen.has(target)) continue;
            seen.add(target);
            next.push({ file: target, ancestors: new Set([...ancestors, target]) });
          }
        }
      }
      wave = next;
    }
  }

  async #parse(file: string): Promise<ParsedDocument[]> {
    this.usedFiles.add(file);
    const content = await this.#tree.read(file);
    if ("problem" in content) {
      this.#refuse(file, null, null, `The file ${content.problem}`, "File not imported.");
      return [];
    }
    const { documents, problem } = await parseYaml(content.text, { lane: this.#lane });
    if (problem !== null)
      this.#refuse(
        file,
        problem.line,
        problem.path,
        `The file ${problem.message}`,
        documents.length === 0 ? "File not imported." : "The rest of the file is not imported.",
      );
    else if (documents.length === 0) this.#skip(file, null, "The file is empty");
    return documents;
  }

  /** Takes one file's documents. Returns the files that its Locations lead to. */
  async #take(file: string, documents: ParsedDocument[], ancestors: ReadonlySet<string>): Promise<string[]> {
    const targets: string[] = [];
    for (const { value, problems, line, lines } of documents) {
      for (const problem of problems) {
        const place = problem.column === null ? "" : ` (column ${problem.column})`;
        this.#refuse(
          file,
          problem.line ?? line,
          problem.path,
          `${problem.path ?? "The document"} ${problem.message}${place}`,
          "Document not imported.",
        );
      }
      if (value === undefined || value === null) {
        if (problems.length === 0) this.#skip(file, line, "The document is empty");
        continue;
      }
      const recognized = recognizeDescriptor(value);
      if (!recognized.isEntity) this.#skip(file, line, recognized.what);
      else if (this.#isGuess && isKubernetesManifest(recognized.root))
        this.#skip(file, line, "A Kubernetes manifest, not a catalog entity");
      else targets.push(...(await this.#takeDescriptor({ file, line, lines, root: recognized.root }, ancestors)));
    }
    return targets;
  }

  async #takeDescriptor(written: Descriptor, ancestors: ReadonlySet<string>): Promise<string[]> {
    const { root, lines: placeholderLines } = await resolvePlaceholders(written, {
      repositoryUrl: this.#tree.repositoryUrl,
      parse: (text) => parseYaml(text, { lane: this.#lane }),
      read: (path) => {
        if (this.#files.has(path)) this.usedFiles.add(path);
        return this.#tree.read(path);
      },
    });
    const descriptor = { ...written, root };
    const issues = validateDescriptor(root);
    for (const { path, what, why } of issues)
      this.#refuse(descriptor.file, lineOf(descriptor, path), path, what, `Entity not imported. ${why}`);
    this.fieldCounts.refused += issues.length;
    if (issues.length > 0) return [];

    const mapped = mapEntity(descriptor, this.#kinds);
    const { entity } = mapped;
    const entityRef = `${entity.blueprint}:${entity.identifier}`;
    const first = this.#originOfEntity.get(entityRef);
    if (first !== undefined) {
      this.#refuse(
        descriptor.file,
        lineOf(descriptor, "metadata.name"),
        "metadata.name",
        `${entityRef} is described twice`,
        `Entity not imported: the one in ${first.file}, line ${first.line}, came first. Rename or remove one of the two.`,
        entityRef,
      );
      return [];
    }
    if (this.entities.length >= maxEntities) {
      this.#refuse(
        descriptor.file,
        descriptor.line,
        null,
        `More than ${maxEntities} entities`,
        "Entity not imported. Import parts of the catalog one after the other.",
        entityRef,
      );
      return [];
    }
    this.#originOfEntity.set(entityRef, entity.origin);
    this.entities.push(entity);
    this.fieldCounts.mapped += mapped.mappedCount;
    this.fieldCounts.kept += mapped.keptCount;
    this.#lines.add({
      verdict: "mapped",
      file: entity.origin.file,
      line: entity.origin.line,
      path: null,
      entityRef,
      what: `${entity.kind} ${entity.title}`,
      why: summarize(mapped.mappedCount, entity.relations.length),
    });
    for (const line of [...placeholderLines, ...mapped.lines]) this.#lines.add({ ...line, entityRef });
    if (entity.blueprint !== "location") return [];
    const { files, lines } = readLocations(
      descriptor,
      { files: this.#files, repositoryUrl: this.#tree.repositoryUrl },
      ancestors,
    );
    for (const line of lines) this.#lines.add({ ...line, entityRef });
    return files;
  }

  #refuse(
    file: string,
    line: number | null,
    path: string | null,
    what: string,
    why: string,
    entityRef: string | null = null,
  ): void {
    this.#lines.add({ verdict: "refused", file, line, path, entityRef, what, why });
  }

  #skip(file: string, line: number | null, what: string): void {
    this.#lines.add({
      verdict: "skipped",
      file,
      line,
      path: null,
      entityRef: null,
      what,
      why: "Nothing to import there.",
    });
  }
}

function summarize(fieldCount: number, relationCount: number): string {
  const fields = fieldCount === 1 ? "1 field" : `${fieldCount} fields`;
  return relationCount === 0
    ? `${fields} mapped.`
    : `${fields} mapped, ${relationCount === 1 ? "1 relation" : `${relationCount} relations`}.`;
}
