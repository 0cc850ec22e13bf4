import { maxYamlBytes, type ParsedYaml, type YamlAnswer } from "#lib/ingestion/yaml/parsed-yaml.ts";
import { type ChildPool, createChildPool } from "#lib/kernel/child-process/create-child-pool.ts";

// Limits inside the child end known attacks within two seconds; this is for the unknown ones, with room for a busy machine.
const deadlineMs = 15_000;
let pool: ChildPool | undefined;

/**
 * Parses untrusted YAML in a killable child process. Never rejects: what is wrong with the text is in the result, with its place.
 * `lane` is whoever asks (an organization): lanes take turns, so one caller's thousand files do not make another wait.
 */
export async function parseYaml(text: string, options: { lane?: string } = {}): Promise<ParsedYaml> {
  const sizeBytes = Buffer.byteLength(text);
  if (sizeBytes > maxYamlBytes) {
    return refuseFile(
      `is ${megabytes(sizeBytes)} large; at most ${megabytes(maxYamlBytes)} a file can be read, split it`,
    );
  }
  pool ??= createChildPool({ script: "lib/ingestion/yaml/child.ts", deadlineMs });
  // As JSON, because only that carries half a surrogate pair through UTF-8: the child is to find and name it.
  const outcome = await pool.run(JSON.stringify(text), options);
  if (outcome.ok) {
    const answer: YamlAnswer = JSON.parse(outcome.output);
    return {
      documents: answer.documents.map((document) => ({
        ...document,
        value: document.value,
        lines: new Map(document.lines),
      })),
      problem: answer.problem,
    };
  }
  switch (outcome.reason) {
    case "deadline":
      return refuseFile(
        `took longer than ${deadlineMs / 1000} seconds to read and was stopped; make it smaller or simpler`,
      );
    case "busy":
      return refuseFile("was not read because too many files are being read at the moment; try again in a minute");
    case "output_too_large":
      return refuseFile("becomes too large once its aliases are expanded; remove aliases (*name)");
    case "crashed":
      return refuseFile("could not be read: it needs too much memory; make it smaller or simpler");
  }
}

/** Ends the children. For tests; a process that exits ends them by itself. */
export function closeYamlPool(): void {
  pool?.close();
  pool = undefined;
}

function refuseFile(message: string): ParsedYaml {
  return { documents: [], problem: { message, line: null, column: null, path: null } };
}

function megabytes(sizeBytes: number): string {
  return `${Math.ceil(sizeBytes / 1_000_000)} MB`;
}
