import { expect, test } from "vitest";
import { projectRoot } from "#lib/kernel/project-root.ts";
import { namesAndSizes } from "./conventions/names-and-sizes.ts";
import { namesAgree, operationRules } from "./conventions/operation-rules.ts";
import { plants } from "./conventions/plants.ts";
import type { Breach } from "./conventions/project-file.ts";
import { readProject } from "./conventions/read-project.ts";
import { shelfRules } from "./conventions/shelf-rules.ts";
import { tableRules } from "./conventions/table-rules.ts";
import { textGates } from "./conventions/text-gates.ts";
import { topicRules } from "./conventions/topic-rules.ts";

/*
 * What an import graph cannot say (that is .dependency-cruiser.mjs). A rule is a function of the project's files, so each is shown to
 * catch a break that is planted as a text. Needs no database: `npm run check` runs this file alone.
 */
const conventions = [...textGates, ...namesAndSizes, ...operationRules, ...tableRules, ...topicRules, ...shelfRules];
const project = readProject(projectRoot());

const show = ({ path, line, message }: Breach) => `${path}${line === undefined ? "" : `:${line}`}  ${message}`;

test.each(conventions)("$name", ({ find }) => {
  expect(find(project).map(show)).toEqual([]);
});

test.each(conventions)("$name: a planted break is found, and what is right is let through", ({ name, find }) => {
  const { breaks, fine } = plants[name] ?? { breaks: [], fine: [] };
  expect(breaks.length).toBeGreaterThan(0);
  for (const planted of breaks) expect(find(planted).map(show), JSON.stringify(planted)).not.toEqual([]);
  for (const right of fine) expect(find(right).map(show)).toEqual([]);
});

test("the project is really looked at", () => {
  for (const part of ["app/", "bin/", "components/", "db/", "lib/"])
    expect(project.filter(({ path }) => path.startsWith(part)).length).toBeGreaterThan(5);
});

test("an operation and its file use the same words", () => {
  expect(namesAgree("member.list", "lib/identity/members/list-members.ts")).toBe(true);
  expect(namesAgree("member.change-role", "lib/identity/members/change-role.ts")).toBe(true);
  expect(namesAgree("scorecard.list-entity-scores", "lib/scorecards/results/list-entity-scores.ts")).toBe(true);
  expect(namesAgree("deployment.record-many", "lib/metrics/deployments/record-deployments.ts")).toBe(true);
  expect(namesAgree("repository.list", "lib/actions/repositories/list-repositories.ts")).toBe(true);
  expect(namesAgree("entity.history", "lib/catalog/entities/history/list-versions.ts")).toBe(false);
  expect(namesAgree("member.delete", "lib/identity/members/remove-member.ts")).toBe(false);
});
