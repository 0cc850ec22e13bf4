import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import { makeEntity } from "#lib/catalog/entities/make-entity.ts";
import { findOwners } from "#lib/catalog/mine/find-owners.ts";
import { getMine } from "#lib/catalog/mine/get-mine.ts";
import { linkTeam } from "#lib/catalog/teams/link-team.ts";
import { listTeamGroups } from "#lib/catalog/teams/list-team-groups.ts";
import { addTeamMembers } from "#lib/identity/teams/add-team-members.ts";
import { createTeam } from "#lib/identity/teams/create-team.ts";
import { getTeam } from "#lib/identity/teams/get-team.ts";
import { listTeams } from "#lib/identity/teams/list-teams.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  org = await testOrg();
  const source = { kind: "paste", name: "test", location: "test" } as const;
  const entities = [
    makeEntity({ blueprint: "group", identifier: "payments", title: "Payments" }),
    makeEntity({ blueprint: "group", identifier: "shop/merchant-experience", title: "Merchants" }),
    makeEntity({ blueprint: "component", identifier: "card-vault", title: "Card vault", ownerRef: "group:payments" }),
    // What a file says about people: an admin's address, as a member of everything.
    makeEntity({
      blueprint: "user",
      identifier: "somebody",
      properties: { profile: { email: org.as("viewer").actor.email } },
      relations: [{ type: "memberOf", blueprint: "group", identifier: "shop/merchant-experience" }],
    }),
  ];
  await tenantTransaction({ orgId: org.id }, (tx) =>
    upsertEntities({ ctx: org.as("admin"), tx, emit: async () => {} }, { source, entities }),
  );
});
afterAll(closeTestDatabase);

const make = async (name: string, parentId: string | null = null) =>
  (await createTeam.call(org.as("admin"), { name, parentId })).id;
const personOf = (role: "viewer" | "member" | "admin") => org.as(role).actor.personId ?? "";

test("a team is said to be a group, with the evidence for it; it is audited and can be taken back", async () => {
  const id = await make("payments");
  const groups = await listTeamGroups.call(org.as("viewer"), { id });
  expect(groups.items.map((group) => [group.identifier, group.hasSameName])).toEqual([
    ["payments", true],
    ["shop/merchant-experience", false],
  ]);
  await linkTeam.call(org.as("admin"), { id, group: "payments" });
  const { group } = await getTeam.call(org.as("viewer"), { id });
  expect(group).toMatchObject({ ref: "group:payments", evidence: "same name", linkedBy: org.as("admin").actor.name });
  const second = await make("Merchant experience");
  await linkTeam.call(org.as("admin"), { id: second, group: "shop/merchant-experience" });
  expect((await getTeam.call(org.as("viewer"), { id: second })).group?.evidence).toBe("same name");
  const third = await make("Something else");
  await expect(linkTeam.call(org.as("admin"), { id: third, group: "payments" })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "group", message: "The team payments is this group already." }],
  });
  await linkTeam.call(org.as("admin"), { id, group: null });
  await linkTeam.call(org.as("admin"), { id: third, group: "payments" });
  expect((await getTeam.call(org.as("viewer"), { id: third })).group?.evidence).toBe("chosen");
  const entries = await database.owner`
    select before, after from audit_entries where org_id = ${org.id} and operation = 'team.link' and subject_id = ${id} order by id`;
  expect([...entries]).toEqual([
    { before: { group: null }, after: { group: "group:payments", evidence: "same name" } },
    { before: { group: "group:payments" }, after: { group: null, evidence: null } },
  ]);
});

test("what the group owns is its team's people's, those of sub-teams included, and is told to them", async () => {
  const mine = async (role: "viewer" | "member") =>
    (await getMine.call(org.as(role), {})).entities.map(({ identifier }) => identifier);
  const owners = async () =>
    (await tenantTransaction({ orgId: org.id }, (tx) => findOwners(tx, org.id, ["group:payments"]))).map(
      ({ personId }) => personId,
    );
  const payments = await make("Payments");
  const cards = await make("Cards", payments);
  await addTeamMembers.call(org.as("admin"), { id: cards, personIds: [personOf("member")] });
  expect(await mine("member")).toEqual([]);
  await linkTeam.call(org.as("admin"), { id: payments, group: "payments" });
  expect(await mine("member")).toEqual(["card-vault"]);
  expect(await mine("viewer")).toEqual([]);
  expect(await owners()).toEqual([personOf("member")]);
});

test("what a catalog file says about a group's members puts nobody into a team", async () => {
  const id = await make("Merchant experience");
  await linkTeam.call(org.as("admin"), { id, group: "shop/merchant-experience" });
  expect((await getTeam.call(org.as("viewer"), { id })).members).toEqual([]);
  expect((await listTeams.call(org.as("viewer"), {})).items[0]).toMatchObject({ memberCount: 0, includedCount: 0 });
});

test("only an admin links; another organization's teams and groups are not there; bad input names its field", async () => {
  const other = await testOrg();
  const id = await make("Payments");
  for (const role of ["viewer", "member"] as const)
    await expect(linkTeam.call(org.as(role), { id, group: "payments" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(linkTeam.call(other.as("admin"), { id, group: null })).rejects.toMatchObject({ code: "not_found" });
  await expect(listTeamGroups.call(other.as("viewer"), { id })).rejects.toMatchObject({ code: "not_found" });
  const theirs = (await createTeam.call(other.as("admin"), { name: "Payments" })).id;
  for (const group of ["payments", "nothing", "user:somebody"])
    await expect(linkTeam.call(other.as("admin"), { id: theirs, group })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "group" }],
    });
});
