import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { listMembers } from "#lib/identity/members/list-members.ts";
import { removeMember } from "#lib/identity/members/remove-member.ts";
import { addTeamMembers } from "#lib/identity/teams/add-team-members.ts";
import { createTeam } from "#lib/identity/teams/create-team.ts";
import { deleteTeam } from "#lib/identity/teams/delete-team.ts";
import { getTeam } from "#lib/identity/teams/get-team.ts";
import { listTeams } from "#lib/identity/teams/list-teams.ts";
import { moveTeam } from "#lib/identity/teams/move-team.ts";
import { removeTeamMember } from "#lib/identity/teams/remove-team-member.ts";
import { renameTeam } from "#lib/identity/teams/rename-team.ts";
import { deepestTeam } from "#lib/identity/teams/schema.ts";
import { roleMay, roles } from "#lib/kernel/permissions.ts";

let database: TestDatabase;
let org: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  other = await testOrg();
});
beforeEach(async () => {
  org = await testOrg();
});
afterAll(closeTestDatabase);

const personOf = (role: "viewer" | "member" | "admin", of = org) => of.as(role).actor.personId ?? "";
const make = async (name: string, parentId: string | null = null, of = org) =>
  (await createTeam.call(of.as("admin"), { name, parentId })).id;
const tree = async (of = org) =>
  (await listTeams.call(of.as("viewer"), {})).items.map(
    ({ name, depth, memberCount, includedCount }) => `${"  ".repeat(depth)}${name} ${memberCount}+${includedCount}`,
  );

test("teams stand in a tree, their people count upwards, and each change is audited and announced", async () => {
  const [money, reach] = [await make("Money"), await make("Reach")];
  const payments = await make("payments", money);
  const cards = await make("Cards", payments);
  await make("Books", money);
  await addTeamMembers.call(org.as("admin"), { id: cards, personIds: [personOf("member"), personOf("viewer")] });
  await addTeamMembers.call(org.as("admin"), { id: payments, personIds: [personOf("viewer")] });
  expect(await tree()).toEqual(["Money 0+2", "  Books 0+0", "  payments 1+1", "    Cards 2+0", "Reach 0+0"]);

  await renameTeam.call(org.as("admin"), { id: payments, name: "Payments", description: "Takes money" });
  await moveTeam.call(org.as("admin"), { id: payments, parentId: reach });
  expect(await tree()).toEqual(["Money 0+0", "  Books 0+0", "Reach 0+2", "  Payments 1+1", "    Cards 2+0"]);
  const read = await getTeam.call(org.as("viewer"), { id: payments });
  expect(read).toMatchObject({ name: "Payments", description: "Takes money", ancestors: [{ id: reach }], group: null });
  expect(read.subteams.map(({ name, depth }) => [name, depth])).toEqual([["Cards", 0]]);
  expect(read.members.map(({ personId, through }) => [personId, through?.name ?? null])).toEqual([
    [personOf("viewer"), null],
    [personOf("member"), "Cards"],
  ]);

  await removeTeamMember.call(org.as("admin"), { id: payments, personId: personOf("viewer") });
  expect(await deleteTeam.call(org.as("admin"), { id: payments })).toEqual({ movedUp: 1 });
  expect(await tree()).toEqual(["Money 0+0", "  Books 0+0", "Reach 0+2", "  Cards 2+0"]);
  const entries = await database.owner<{ operation: string; before: unknown; after: unknown }[]>`
    select operation, before, after from audit_entries where org_id = ${org.id} and subject_id = ${payments} order by id`;
  expect(entries.map(({ operation }) => operation)).toEqual([
    "team.create",
    "team.add-members",
    "team.rename",
    "team.move",
    "team.remove-member",
    "team.delete",
  ]);
  expect(entries[3]).toMatchObject({ before: { under: "Money" }, after: { under: "Reach" } });
  expect(entries[5]).toMatchObject({ before: { people: 0, subteams: ["Cards"] } });
  const events = await database.owner`
    select 1 from outbox_events where org_id = ${org.id} and topic = 'team.changed' and subject_id = ${payments}`;
  expect(events).toHaveLength(6);
});

describe("a place that a team cannot have", () => {
  const refused = (message: string) => ({
    code: "invalid",
    fields: [{ path: "parentId", message: expect.stringContaining(message) }],
  });

  test("is under itself, or under a team that stands under it", async () => {
    const top = await make("Top");
    const middle = await make("Middle", top);
    const low = await make("Low", middle);
    const move = (id: string, parentId: string | null) => moveTeam.call(org.as("admin"), { id, parentId });
    await expect(move(top, top)).rejects.toMatchObject(refused("Top cannot stand under itself"));
    await expect(move(top, low)).rejects.toMatchObject(refused("Low stands under Top: that would be a circle"));
    await expect(move(top, randomUUID())).rejects.toMatchObject(refused("no such team"));
    await expect(move(top, await make("Theirs", null, other))).rejects.toMatchObject(refused("no such team"));
    await expect(move(low, null)).resolves.toEqual({ parentId: null });
  });

  test("is too deep, whether the team is new or brings others with it", async () => {
    let deepest: string | null = null;
    for (let level = 1; level <= deepestTeam; level += 1) deepest = await make(`Level ${level}`, deepest);
    await expect(make("Too deep", deepest)).rejects.toMatchObject(refused(`${deepestTeam} are the most`));
    const [tall, second] = [await make("Tall"), (await listTeams.call(org.as("admin"), {})).items[6]?.id ?? ""];
    await make("On it", tall);
    await expect(moveTeam.call(org.as("admin"), { id: tall, parentId: second })).rejects.toMatchObject(
      refused("9 levels"),
    );
  });

  test("is not found by two moves at the same moment either", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await make(`One ${round}`), await make(`Two ${round}`)];
      const moved = await Promise.allSettled([
        moveTeam.call(org.as("admin"), { id: one, parentId: two }),
        moveTeam.call(org.as("admin"), { id: two, parentId: one }),
      ]);
      expect(moved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
    // Nobody fell out of the tree.
    expect(await tree()).toHaveLength(10);
  });
});

test("only an admin changes teams, and everybody sees them", async () => {
  const id = await make("Payments");
  const personIds = [personOf("viewer")];
  for (const role of ["viewer", "member"] as const) {
    const ctx = org.as(role);
    const forbidden = { code: "forbidden" };
    await expect(createTeam.call(ctx, { name: "X" })).rejects.toMatchObject(forbidden);
    await expect(renameTeam.call(ctx, { id, name: "X" })).rejects.toMatchObject(forbidden);
    await expect(moveTeam.call(ctx, { id, parentId: null })).rejects.toMatchObject(forbidden);
    await expect(deleteTeam.call(ctx, { id })).rejects.toMatchObject(forbidden);
    await expect(addTeamMembers.call(ctx, { id, personIds })).rejects.toMatchObject(forbidden);
    await expect(removeTeamMember.call(ctx, { id, personId: personOf("viewer") })).rejects.toMatchObject(forbidden);
    expect((await getTeam.call(ctx, { id })).name).toBe("Payments");
  }
});

test("another organization's teams and people are not there", async () => {
  const [theirs, ours] = [await make(`Theirs ${randomUUID()}`, null, other), await make("Ours")];
  const ctx = org.as("admin");
  const missing = { code: "not_found" };
  await expect(getTeam.call(ctx, { id: theirs })).rejects.toMatchObject(missing);
  await expect(renameTeam.call(ctx, { id: theirs, name: "X" })).rejects.toMatchObject(missing);
  await expect(moveTeam.call(ctx, { id: theirs, parentId: null })).rejects.toMatchObject(missing);
  await expect(deleteTeam.call(ctx, { id: theirs })).rejects.toMatchObject(missing);
  await expect(addTeamMembers.call(ctx, { id: theirs, personIds: [personOf("viewer")] })).rejects.toMatchObject(
    missing,
  );
  await expect(removeTeamMember.call(ctx, { id: theirs, personId: personOf("viewer") })).rejects.toMatchObject(missing);
  const foreign = personOf("viewer", other);
  await expect(addTeamMembers.call(ctx, { id: ours, personIds: [personOf("viewer"), foreign] })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "personIds" }],
  });
  expect((await getTeam.call(ctx, { id: ours })).members).toEqual([]);
  expect(await tree(org)).toEqual(["Ours 0+0"]);
});

test("bad input names its field; two teams never have one name", async () => {
  const id = await make("Payments");
  const second = await make("Checkout");
  const field = (code: string, path: string) => ({ code, fields: [expect.objectContaining({ path })] });
  await expect(make("  ")).rejects.toMatchObject(field("invalid", "name"));
  await expect(make("PAYMENTS")).rejects.toMatchObject(field("conflict", "name"));
  await expect(renameTeam.call(org.as("admin"), { id: second, name: "payments" })).rejects.toMatchObject(
    field("conflict", "name"),
  );
  await expect(addTeamMembers.call(org.as("admin"), { id, personIds: [] })).rejects.toMatchObject(
    field("invalid", "personIds"),
  );
  await expect(getTeam.call(org.as("admin"), { id: "1" })).rejects.toMatchObject(field("invalid", "id"));
  await expect(createTeam.call(org.as("admin"), { name: "x", description: "x".repeat(501) })).rejects.toMatchObject(
    field("invalid", "description"),
  );
});

test("who is removed from the organization is in none of its teams, and the list of members says who is in which", async () => {
  const [payments, checkout] = [await make("Payments"), await make("Checkout")];
  const { personId } = await addMember.call(org.as("admin"), {
    email: `${randomUUID()}@example.com`,
    name: "Somebody",
    role: "member",
  });
  for (const id of [payments, checkout]) await addTeamMembers.call(org.as("admin"), { id, personIds: [personId] });
  const teamsOf = async () =>
    (await listMembers.call(org.as("viewer"), {})).items
      .find((member) => member.personId === personId)
      ?.teams.map(({ name }) => name);
  expect(await teamsOf()).toEqual(["Checkout", "Payments"]);
  await removeMember.call(org.as("admin"), { personId });
  expect((await getTeam.call(org.as("viewer"), { id: payments })).members).toEqual([]);
  expect(await teamsOf()).toBeUndefined();
});

test("being in a team permits nothing: what a member may do is their role's, whatever team they are in", async () => {
  const id = await make("Admins");
  await addTeamMembers.call(org.as("admin"), { id, personIds: [personOf("viewer")] });
  await expect(createTeam.call(org.as("viewer"), { name: "X" })).rejects.toMatchObject({ code: "forbidden" });
  expect(roles.map((role) => roleMay(role, "team:write"))).toEqual([false, false, true]);
});
