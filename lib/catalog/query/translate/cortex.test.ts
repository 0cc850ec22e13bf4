import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "#lib/kernel/project-root.ts";
import { checkValue } from "../elaboration/check-value.ts";
import { queryNeeds } from "../elaboration/query-needs.ts";
import { formatQuery } from "../text/format.ts";
import { parseQuery } from "../text/parse.ts";
import { translateCql } from "./cortex.ts";
import { rewriteVersion1 } from "./cortex-v1.ts";

function cql(text: string): string {
  const result = translateCql(text);
  return result.ok ? formatQuery(result.query) : `${result.place}: ${result.message}`;
}

function sourcesOf(text: string): string[] {
  const result = translateCql(text);
  if (!result.ok) throw new Error(result.message);
  return queryNeeds(result.query).sources;
}

describe("translateCql", () => {
  test.each([
    // Version 2 is read as it is.
    [
      'entity.type() == "container" AND entity.tag() == "production"',
      'entity.type() = "container" and entity.tag() = "production"',
    ],
    [
      '!(entity.tag().matches(".*claude.*") OR entity.tag().matches(".*x.*"))',
      'not (entity.tag().matches(".*claude.*") or entity.tag().matches(".*x.*"))',
    ],
    ['custom("cloud-cost") .cost.compute.actual > 100', 'custom("cloud-cost").cost.compute.actual > 100'],
    ["/* to be written */", "/* to be written */"],
    // Version 1 is rewritten.
    ["description != null", "description != null"],
    ['tag = "x"', 'identifier = "x"'],
    ["documentation.count > 0", 'links("documentation").length > 0'],
    ["runbooks.count > 0", 'links("runbook").length > 0'],
    ["git.enabled", "git != null"],
    ["oncall.analysis.meanSecondsToResolve < 3600", "oncall.analysis().meanSecondsToResolve < 3600"],
    ["sentry.issues > 0", "sentry.numOfIssues() > 0"],
    ["git.num_of_required_approvals > 0", "git.numOfRequiredApprovals() > 0"],
    ['k8s.metadata.has_label("app")', "k8s.metadata.labels.app != null"],
    ['entity_descriptor.info.`x-cortex-type` = "rds"', 'blueprint = "rds"'],
    ['"tier-1" in entity_descriptor.info.`x-cortex-groups`', '"tier-1" in tags'],
  ])("%s", (text, expected) => {
    expect(cql(text)).toBe(expected);
  });

  test.each([
    ["deploys.frequency > 1", "line 1, column 1: deploys has no frequency; use deploys("],
    ["git.enabled ||", "line 1, column 13: use the word or."],
    [
      'jq(custom("a"), "map(.x) | add") > 1',
      'line 1, column 17: the jq filter "map" has no counterpart here; write it in the query language.',
    ],
    ['entity_descriptor.info.`x-cortex-team` = "a"', "line 1, column 1:"],
    ['title.matches("(a)\\\\1")', "line 1, column 15: references back to a group, such as \\1, are not possible."],
  ])("refuses %s with the place", (text, expected) => {
    expect(cql(text)).toContain(expected);
  });

  test("says which sources are asked for facts that are not there", () => {
    expect(sourcesOf("git != null and snyk.numOfIssues() = 0")).toEqual(["git", "snyk"]);
    expect(sourcesOf('ownership != null and hasGroup("a") and links("runbook").length > 0')).toEqual([]);
    expect(sourcesOf('verifications().lastVerifiedAt().fromNow() > duration("P-90D")')).toEqual([]);
    expect(sourcesOf("ownership.teams().any(t => t.members.length > 2)")).toEqual([]);
    expect(sourcesOf('ownership.teams().any(t => t.identityProviderGroups.any(g => g.source == "OKTA"))')).toEqual([
      "directory",
    ]);
  });
});

/** Real expressions that this project is checked against; they are not part of it. */
const samples = join(projectRoot(), "../shared/samples/cortex/cql.jsonl");
if (!existsSync(samples)) console.warn(`Skipped: no sample expressions at ${samples}`);

describe("a corpus of real expressions", () => {
  test.skipIf(!existsSync(samples))("is read line by line, and says which source each needs", () => {
    const lines = readFileSync(samples, "utf8").trim().split("\n");
    for (const line of lines) {
      const text = String(JSON.parse(line).cql);
      // Some are values and no conditions; every one has a type.
      const value = checkValue(text, {}, rewriteVersion1);
      if (!value.ok) expect.fail(`${text}: ${value.error.message}`);
      const isCatalog =
        /^!?\(?(entity\.(?!descriptor)|hasGroup|groups|custom\(|links|jq\(custom\(|semver|captures|ownership( |\.all)|description|runbooks|entity_descriptor|\/\*)/.test(
          text,
        );
      expect(value.needs.sources.length === 0, `${text} needs ${value.needs.sources}`).toBe(isCatalog);
      const query = translateCql(text);
      if (query.ok) expect(parseQuery(formatQuery(query.query))).toEqual({ ok: true, query: query.query });
      else expect(["number", "moment"]).toContain(value.type.kind);
    }
    expect(lines.length).toBeGreaterThan(60);
  });
});
