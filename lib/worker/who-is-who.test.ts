import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { listAliases } from "#lib/identity/aliases/list-aliases.ts";
import { listMembers } from "#lib/identity/members/list-members.ts";
import { createTeam } from "#lib/identity/teams/create-team.ts";
import { importCatalog } from "#lib/ingestion/imports/import-catalog.ts";
import { recordDeployments } from "#lib/metrics/deployments/record-deployments.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
});
afterAll(closeTestDatabase);

const user = (name: string, spec: string, annotations = "") =>
  `apiVersion: backstage.io/v1alpha1\nkind: User\nmetadata:\n  name: ${name}\n${annotations}spec:\n${spec}  memberOf: []\n`;
const names = async () =>
  (await listAliases.call(org.as("viewer"), {})).items.map(({ kind, value, state, person }) => [
    kind,
    value,
    state,
    person?.name ?? null,
  ]);

test("users of imported files and authors of deployments are names; a file with an admin's address gives nobody anything", async () => {
  const admin = org.as("admin").actor;
  const text = [
    // Somebody writes the admin's address into a file, and themselves into every group.
    user("mallory", `  profile:\n    displayName: Mallory\n    email: ${admin.email}\n`),
    user("octo", "  profile:\n    displayName: Octo\n", "  annotations:\n    github.com/user-login: octo\n"),
  ].join("---\n");
  const before = await listMembers.call(org.as("viewer"), {});
  // A member of the lowest role that may import.
  await importCatalog.call(org.as("member"), { source: { kind: "paste", text } });
  await recordDeployments.call(org.as("member"), {
    deployments: [
      {
        source: "ci",
        sourceId: "1",
        service: "component:shop",
        status: "succeeded",
        finishedAt: new Date(Date.now() - 60_000).toISOString(),
        deployedBy: "deploy-bot",
        changes: [{ sourceId: "c1", title: "One", author: `Viewer <${org.as("viewer").actor.email}>` }],
      },
    ],
  });
  expect(await names()).toEqual([
    ["author", "deploy-bot", "ignored", null],
    ["catalog-user", "mallory", "matched", admin.name],
    ["catalog-user", "octo", "open", null],
    ["author", `Viewer <${org.as("viewer").actor.email}>`, "matched", org.as("viewer").actor.name],
  ]);
  // It says whom the file speaks of. Nobody's role, membership or permission is another one for it.
  expect(await listMembers.call(org.as("viewer"), {})).toEqual(before);
  for (const role of ["viewer", "member"] as const)
    await expect(createTeam.call(org.as(role), { name: "X" })).rejects.toMatchObject({ code: "forbidden" });
});
