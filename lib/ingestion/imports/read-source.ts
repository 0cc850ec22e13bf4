import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import type { DescribedKind } from "#lib/ingestion/backstage/kind-rules.ts";
import { type CatalogReading, readCatalog } from "#lib/ingestion/backstage/read-catalog.ts";
import { cloneRepository } from "#lib/ingestion/git/clone-repository.ts";
import type { ImportSource } from "#lib/ingestion/imports/schema.ts";
import { maxFileBytes } from "#lib/ingestion/trees/file-tree.ts";
import { holdFiles } from "#lib/ingestion/trees/hold-files.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { readTransaction } from "#lib/kernel/operation.ts";

export type SourceReading = CatalogReading & {
  source: { kind: "paste" | "files" | "git"; name: string; location: string; revision?: string };
  startedAt: string;
};

const maxUploadBytes = 20_000_000;

/**
 * Fetches and reads a source, after one look at the kinds there are: no transaction waits for a stranger's server.
 * @throws AppError when the source as a whole cannot be used; what is wrong inside it is in the lines.
 */
export async function readSource({ ctx, source }: { ctx: Context; source: ImportSource }): Promise<SourceReading> {
  const startedAt = new Date().toISOString();
  const lane = ctx.org.id;
  const kinds = await readKinds(ctx);
  switch (source.kind) {
    case "paste": {
      const path = source.fileName ?? "pasted.yaml";
      const sizeBytes = Buffer.byteLength(source.text);
      if (sizeBytes > maxFileBytes) throw tooLarge("source.text", "The text", sizeBytes, maxFileBytes);
      const reading = await readCatalog(holdFiles([{ path, content: source.text }]), { lane, kinds });
      return {
        ...reading,
        source: { kind: "paste", name: source.fileName ?? "Pasted text", location: path },
        startedAt,
      };
    }
    case "files": {
      const sizeBytes = source.files.reduce((sum, file) => sum + Buffer.byteLength(file.content), 0);
      if (sizeBytes > maxUploadBytes) throw tooLarge("source.files", "The files together", sizeBytes, maxUploadBytes);
      const name = nameOfFiles(source.files.map((file) => file.path));
      // Somebody chose these files: all of them are meant.
      const reading = await readCatalog(holdFiles(source.files), { lane, kinds, isEveryFileWanted: true });
      return { ...reading, source: { kind: "files", name, location: name }, startedAt };
    }
    case "git": {
      const { url, ref, path, isEveryFileWanted = false } = source;
      return cloneRepository(
        { url, ref },
        { path: "source.url", refPath: "source.ref" },
        async ({ tree, revision, name }) => ({
          ...(await readCatalog(tree, { lane, kinds, path, isEveryFileWanted })),
          source: { kind: "git", name, location: locationOf(tree.repositoryUrl ?? url, ref, path), revision },
          startedAt,
        }),
      );
    }
  }
}

/** What the kinds are made of that ship or that somebody described; one that an import brought says nothing. */
async function readKinds(ctx: Context): Promise<Map<string, DescribedKind>> {
  const blueprints = await readTransaction(ctx, (tx) => readBlueprints(tx, ctx.org.id));
  return new Map(
    [...blueprints].flatMap(([kind, { origin, definition }]) => (origin === "imported" ? [] : [[kind, definition]])),
  );
}

/** Tells apart what is imported from one repository: another branch or folder is another source. */
export function locationOf(url: string, ref = "", path = ""): string {
  return ref === "" && path === "" ? url : `${url}#${ref}${path === "" ? "" : `:${path}`}`;
}

function nameOfFiles(paths: string[]): string {
  const [first = ""] = paths;
  if (paths.length === 1) return first;
  const folder = first.includes("/") ? first.slice(0, first.indexOf("/") + 1) : "";
  return folder !== "" && paths.every((path) => path.startsWith(folder)) ? folder.slice(0, -1) : "Uploaded files";
}

function tooLarge(path: string, what: string, sizeBytes: number, limitBytes: number): AppError {
  const message = `${what} may have at most ${limitBytes / 1_000_000} MB, and has ${Math.ceil(sizeBytes / 1_000_000)}; import it in parts or from git.`;
  return new AppError("too_large", message, [{ path, message }]);
}
