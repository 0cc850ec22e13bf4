import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { importCatalog } from "#lib/ingestion/imports/import-catalog.ts";
import type { Context } from "#lib/kernel/context.ts";
import { listNotifications } from "#lib/notifications/notifications/list-notifications.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const inboxOf = async (ctx: Context) => (await listNotifications.call(ctx, {})).items;
const idOf = (ctx: Context) => ctx.actor.personId ?? "";

const document = (kind: string, name: string, spec: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  description: Described\nspec:\n${spec}`;
const paste = (ctx: Context, text: string) => importCatalog.call(ctx, { source: { kind: "paste", text } });

test("an import that was refused in part tells who made it", async () => {
  const other = await testOrg();
  await paste(
    other.as("admin"),
    `${document("Component", "cart", "  type: service\n  lifecycle: production\n  owner: team-a")}\n---\nkind: Nonsense\n`,
  );
  expect((await inboxOf(other.as("admin")))[0]).toMatchObject({ kind: "import.refused", needsAction: true });
});

test("many things that lose their owner at once are one notification for each of its people", async () => {
  const shop = await testOrg();
  const ctx = shop.as("admin");
  await database.owner`update memberships set team_ref = 'group:team-a' where org_id = ${shop.id} and person_id = ${idOf(shop.as("member"))}`;
  const services = (owner: string) =>
    ["a", "b", "c", "d", "e"]
      .map((name) => document("Component", name, `  type: service\n  lifecycle: production\n  owner: ${owner}\n`))
      .join("---\n");
  await paste(ctx, `${document("Group", "team-a", "  type: team\n  children: []\n")}---\n${services("team-a")}`);
  const before = (await inboxOf(shop.as("member"))).length;
  await paste(ctx, services("team-b"));
  const inbox = await inboxOf(shop.as("member"));
  expect(inbox.filter(({ kind }) => kind === "owner.changed")).toHaveLength(1);
  expect(inbox.find(({ kind }) => kind === "owner.changed")).toMatchObject({ body: "a, b, c and 2 more" });
  expect(inbox.length - before).toBeLessThanOrEqual(2);
});
