import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { updateBlueprint } from "#lib/catalog/blueprints/update-blueprint.ts";
import { create, edit, kind, levels, nodes, read, title, up, work } from "#lib/catalog/derived/testing.ts";

beforeAll(async () => {
  await testDatabase();
});
afterAll(closeTestDatabase);

const ownerOf = async (org: TestOrg, identifier: string, blueprint = "node") =>
  (await read(org, blueprint, identifier)).owner?.identifier ?? null;

describe("a kind that changes", () => {
  test("has what is followed through it worked out anew in all that it is followed from", async () => {
    const org = await nodes();
    await create(org, "area", "land", { owner: "group:land" });
    await create(org, "node", "n", { relations: { up: [{ blueprint: "area", identifier: "land" }] } });
    await create(org, "leaf", "l", { relations: up("n") });
    await create(org, "leaf", "m", { relations: { up: [{ blueprint: "leaf", identifier: "l" }] } });
    expect(await ownerOf(org, "m", "leaf")).toBe("land");
    // Nodes inherit nothing any more: leaves end at them.
    const { ownership: _, ...direct } = levels.node;
    await updateBlueprint.call(org.as("admin"), kind("node", direct));
    expect((await read(org, "leaf", "m")).pendingSince).not.toBeNull();
    await work(org);
    expect(await ownerOf(org, "n")).toBeNull();
    expect(await ownerOf(org, "m", "leaf")).toBeNull();
    await updateBlueprint.call(org.as("admin"), kind("node", levels.node));
    await work(org);
    expect(await ownerOf(org, "m", "leaf")).toBe("land");
    // A problem goes with what had it.
    await edit(org, "node", "n", { relations: up("n") });
    expect((await read(org, "node", "n")).ownerProblem).toContain("circle");
    await updateBlueprint.call(org.as("admin"), kind("node", direct));
    await work(org);
    expect((await read(org, "node", "n")).ownerProblem).toBeNull();
  });

  test("only in its title has nothing worked out anew", async () => {
    const org = await nodes();
    await create(org, "node", "n", { owner: "group:n" });
    await updateBlueprint.call(org.as("admin"), { ...kind("node", levels.node), title: "Called otherwise" });
    expect(await read(org, "node", "n")).toMatchObject({ pendingSince: null });
    await updateBlueprint.call(
      org.as("admin"),
      kind("node", { ...levels.node, derived: levels.node.derived.slice(0, 1) }),
    );
    expect((await read(org, "node", "n")).pendingSince).not.toBeNull();
  });

  const at = (path: string, text: string) => ({
    code: "invalid",
    fields: expect.arrayContaining([{ path: `definition.${path}`, message: expect.stringContaining(text) }]),
  });
  const mirror = (more: object) => ({
    kind: "mirrored",
    identifier: "m",
    title,
    path: [{ relation: "up" }],
    field: "properties.region",
    isAnyDepth: true,
    ...more,
  });
  test.each([
    [
      "two steps",
      "derived.0.path",
      "one relation",
      { derived: [mirror({ path: [{ relation: "up" }, { relation: "up" }] })] },
    ],
    [
      "itself without an end",
      "derived.0.path",
      "isAnyDepth",
      { derived: [mirror({ field: "properties.m", isAnyDepth: false })] },
    ],
    [
      "what nobody enters",
      "derived.0.field",
      "Nobody could ever enter m",
      { derived: [mirror({ field: "properties.m" })] },
    ],
    [
      "itself first, over one step",
      "derived.0.isOwnFirst",
      "on and on",
      { derived: [mirror({ isAnyDepth: false, isOwnFirst: true })] },
    ],
    [
      "two over each other",
      "derived.0.path",
      "lone.a → lone.b → lone.a",
      {
        derived: [
          mirror({ identifier: "a", field: "properties.b" }),
          mirror({ identifier: "b", field: "properties.a" }),
        ],
      },
    ],
    [
      "owners over two steps",
      "ownership.path",
      "one relation",
      { ownership: { type: "inherited", path: [{ relation: "up" }, { relation: "up" }] } },
    ],
  ])("is refused with %s", async (_, path, text, definition) => {
    const org = await testOrg();
    const relations = [{ identifier: "up", title, targets: ["lone"] }];
    const properties = [{ identifier: "region", title, type: "string" }];
    await expect(
      createBlueprint.call(org.as("admin"), kind("lone", { properties, relations, ...definition }) as never),
    ).rejects.toMatchObject(at(path, text));
  });

  test("owners over each other along different relations are refused, along the same one they are not", async () => {
    const org = await testOrg();
    const inherited = (relation: string, target: string) => ({
      relations: [{ identifier: relation, title, targets: [target] }],
      ownership: { type: "inherited" as const, path: [{ relation }] },
    });
    await createBlueprint.call(org.as("admin"), kind("one", {}));
    await createBlueprint.call(org.as("admin"), kind("two", inherited("up", "one")));
    await expect(updateBlueprint.call(org.as("admin"), kind("one", inherited("over", "two")))).rejects.toMatchObject(
      at("ownership.path", "one.owner → two.owner → one.owner"),
    );
    await updateBlueprint.call(org.as("admin"), kind("one", inherited("up", "two")));
    await work(org);
    const ups = (blueprint: string, identifier: string) => ({ relations: { up: [{ blueprint, identifier }] } });
    await create(org, "one", "a", { owner: "group:a" });
    await create(org, "two", "b", ups("one", "a"));
    await create(org, "one", "c", ups("two", "b"));
    await create(org, "two", "d", ups("one", "c"));
    expect(await ownerOf(org, "d", "two")).toBe("a");
    await edit(org, "one", "a", { owner: "group:z" });
    expect(await ownerOf(org, "d", "two")).toBe("z");
    // One of them leaves the circle and comes back: what is followed through it is of the same level, and worked out anew all the same.
    await updateBlueprint.call(org.as("admin"), kind("two", { relations: inherited("up", "one").relations }));
    await work(org);
    expect([await ownerOf(org, "b", "two"), await ownerOf(org, "c", "one")]).toEqual([null, null]);
    await updateBlueprint.call(org.as("admin"), kind("two", inherited("up", "one")));
    expect((await read(org, "one", "c")).pendingSince).not.toBeNull();
    await work(org);
    expect([await ownerOf(org, "b", "two"), await ownerOf(org, "c", "one")]).toEqual(["z", "z"]);
  });
});
