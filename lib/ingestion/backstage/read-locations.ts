import { type Descriptor, lineOf, quote } from "#lib/ingestion/backstage/descriptor.ts";
import type { ReportLine } from "#lib/ingestion/backstage/imported-entity.ts";
import { isGlob, matchGlob } from "#lib/ingestion/backstage/match-glob.ts";
import { resolveTarget } from "#lib/ingestion/backstage/resolve-target.ts";
import { isJsonObject, type JsonValue } from "#lib/ingestion/yaml/parsed-yaml.ts";

/**
 * The files that a Location points to, with a line for every target that is not followed. `ancestors` are the files that led here, itself
 * included: pointing back to one of them is a cycle.
 */
export function readLocations(
  descriptor: Descriptor,
  tree: { files: ReadonlySet<string>; repositoryUrl: string | null },
  ancestors: ReadonlySet<string>,
): { files: string[]; lines: ReportLine[] } {
  const spec = isJsonObject(descriptor.root.spec) ? descriptor.root.spec : {};
  const files: string[] = [];
  const lines: ReportLine[] = [];
  const isOptional = spec.presence === "optional";

  function follow(target: JsonValue, path: string): void {
    const report = (verdict: "refused" | "skipped", what: string, why: string) =>
      lines.push({ verdict, file: descriptor.file, line: lineOf(descriptor, path), path, entityRef: null, what, why });
    if (typeof target !== "string" || target === "") {
      report(
        "refused",
        `The target ${quote(target)} is not text`,
        "Location not followed. Write a relative path or an https address.",
      );
      return;
    }
    if (spec.type !== undefined && spec.type !== "url" && spec.type !== "file") {
      report(
        "skipped",
        `Locations of type ${quote(spec.type)} are not followed`,
        `Target ${quote(target)} not read. Use type url or file, or leave type out.`,
      );
      return;
    }
    const resolved = resolveTarget(target, descriptor.file, tree.repositoryUrl);
    if ("problem" in resolved)
      report("refused", `The target ${quote(target)} ${resolved.problem}`, "Location not followed.");
    else if ("elsewhere" in resolved)
      report(
        "skipped",
        `The target is at ${resolved.elsewhere.host}, outside what is imported`,
        "Location not followed. Import that repository by itself.",
      );
    else if (isGlob(resolved.path)) {
      const matches = [...tree.files].filter((file) => matchGlob(resolved.path, file) && !ancestors.has(file));
      if (matches.length === 0 && !isOptional)
        report(
          "refused",
          `No file matches the target ${quote(target)}`,
          "Correct the pattern, or set presence: optional.",
        );
      files.push(...matches);
    } else if (!tree.files.has(resolved.path)) {
      if (isOptional)
        report("skipped", `The optional target ${quote(target)} does not exist`, "Nothing to import there.");
      else
        report(
          "refused",
          `The target ${quote(target)} does not exist`,
          "Correct the path, add the file, or set presence: optional.",
        );
    } else if (ancestors.has(resolved.path)) {
      report(
        "skipped",
        `The target ${quote(target)} leads back to a file that led here`,
        "Read once. Remove one of the two targets.",
      );
    } else files.push(resolved.path);
  }

  if (spec.target !== undefined && spec.target !== null) follow(spec.target, "spec.target");
  if (Array.isArray(spec.targets))
    for (const [index, target] of spec.targets.entries()) follow(target, `spec.targets[${index}]`);
  else if (spec.targets !== undefined && spec.targets !== null) follow(spec.targets, "spec.targets");
  return { files, lines };
}
