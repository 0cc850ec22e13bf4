import { type Descriptor, lineOf, quote } from "#lib/ingestion/backstage/descriptor.ts";
import type { ReportLine } from "#lib/ingestion/backstage/imported-entity.ts";
import { resolveTarget } from "#lib/ingestion/backstage/resolve-target.ts";
import type { FileText } from "#lib/ingestion/trees/file-tree.ts";
import { findBadCharacter } from "#lib/ingestion/yaml/find-bad-character.ts";
import { isJsonObject, type JsonObject, type JsonValue, type ParsedYaml } from "#lib/ingestion/yaml/parsed-yaml.ts";

/** How a reference gets at files: reading marks a file as used. */
export type PlaceholderSource = {
  repositoryUrl: string | null;
  read(path: string): Promise<FileText>;
  parse(text: string): Promise<ParsedYaml>;
};

const known = new Set(["$text", "$json", "$yaml"]);
// These need a bundler that Backstage offers as an extra module.
const bundling = new Set(["$openapi", "$asyncapi"]);

/**
 * Puts files in the place of `$text`, `$json` and `$yaml` (a mapping with exactly that key). A reference that cannot or may not be followed
 * is left as written and reported.
 */
export async function resolvePlaceholders(
  descriptor: Descriptor,
  source: PlaceholderSource,
): Promise<{ root: JsonObject; lines: ReportLine[] }> {
  const lines: ReportLine[] = [];
  const report = (verdict: "kept" | "refused", path: string, what: string, why: string) => {
    lines.push({ verdict, file: descriptor.file, line: lineOf(descriptor, path), path, entityRef: null, what, why });
  };

  async function follow(key: string, target: string, path: string, original: JsonValue): Promise<JsonValue> {
    const resolved = resolveTarget(target, descriptor.file, source.repositoryUrl);
    const keep = (verdict: "kept" | "refused", what: string, why: string) => {
      report(verdict, path, what, why);
      return original;
    };
    if ("elsewhere" in resolved)
      return keep(
        "kept",
        `${key} points to ${resolved.elsewhere.host}, outside what is imported`,
        "The address is kept and not fetched. Put the file beside the descriptor to have its text here.",
      );
    if ("problem" in resolved)
      return keep(
        "refused",
        `The target ${quote(target)} of ${key} ${resolved.problem}`,
        "The reference is kept as written.",
      );
    const file = await source.read(resolved.path);
    if ("problem" in file)
      return keep(
        "refused",
        `${resolved.path}, the target of ${key}, ${file.problem}`,
        "The reference is kept as written. Correct the path or add the file.",
      );
    const content =
      key === "$text" ? readText(file.text) : key === "$json" ? readJson(file.text) : await readYaml(file.text, source);
    if ("problem" in content)
      return keep(
        "refused",
        `${resolved.path}, the target of ${key}, ${content.problem}`,
        "The reference is kept as written.",
      );
    return content.value;
  }

  async function walk(value: JsonValue, path: string): Promise<JsonValue> {
    if (Array.isArray(value)) {
      const items: JsonValue[] = [];
      for (const [index, item] of value.entries()) items.push(await walk(item, `${path}[${index}]`));
      return items;
    }
    if (!isJsonObject(value)) return value;
    const keys = Object.keys(value);
    const only = keys.length === 1 ? keys[0] : undefined;
    const target = only === undefined ? undefined : value[only];
    if (only !== undefined && typeof target === "string") {
      if (known.has(only)) return follow(only, target, path, value);
      if (bundling.has(only))
        report(
          "kept",
          path,
          `${only} joins several files into one, which Causeway does not do`,
          "The reference is kept as written. Use $text with a file that is whole.",
        );
    }
    const result: JsonObject = {};
    for (const key of keys) result[key] = await walk(value[key] ?? null, path === "" ? key : `${path}.${key}`);
    return result;
  }

  const root = await walk(descriptor.root, "");
  return { root: isJsonObject(root) ? root : descriptor.root, lines };
}

type Content = { value: JsonValue } | { problem: string };

function readText(text: string): Content {
  const bad = findBadCharacter(text);
  return bad === null ? { value: text } : { problem: bad };
}

function readJson(text: string): Content {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "is not valid JSON" };
  }
  const bad = findBadJson(value);
  return bad === null ? { value } : { problem: bad };
}

const maxDepth = 64;

/** JSON.parse accepts any depth, key and character; the database and the pages do not. Iterative, as the depth is not known yet. */
function findBadJson(root: JsonValue): string | null {
  const open: { value: JsonValue; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (depth > maxDepth) return `is nested deeper than ${maxDepth} levels`;
    if (typeof value === "number" && !Number.isFinite(value)) return "has a number that is too large";
    if (typeof value === "string") {
      const bad = findBadCharacter(value);
      if (bad !== null) return bad;
    } else if (typeof value === "object" && value !== null) {
      for (const [key, child] of Object.entries(value)) {
        const bad = key === "__proto__" ? 'has the key "__proto__", which is not allowed' : findBadCharacter(key);
        if (bad !== null) return bad;
        open.push({ value: child, depth: depth + 1 });
      }
    }
  }
  return null;
}

async function readYaml(text: string, source: PlaceholderSource): Promise<Content> {
  const { documents, problem } = await source.parse(text);
  const first = problem ?? documents.flatMap((document) => document.problems)[0];
  if (first !== undefined) return { problem: `${first.message}${first.line === null ? "" : ` (line ${first.line})`}` };
  const value = documents[0]?.value;
  return documents.length === 1 && value !== undefined ? { value } : { problem: "has to hold exactly one document" };
}
