import { expect, test } from "vitest";
import { groupRelations, type RelationRow } from "#lib/catalog/relations/group-relations.ts";

function row(
  direction: RelationRow["direction"],
  type: string,
  identifier: string,
  parts: Partial<RelationRow> = {},
): RelationRow {
  return {
    direction,
    type,
    count: 1,
    blueprint: "component",
    identifier,
    title: identifier,
    entityType: null,
    details: null,
    isCurrent: true,
    ...parts,
  };
}

const grouped = (rows: RelationRow[]) => groupRelations(rows, "component", new Map());

test("a fact that both ends state is one relation", () => {
  const groups = grouped([
    row("incoming", "memberOf", "ines", { count: 2 }),
    row("incoming", "memberOf", "mateo", { count: 2 }),
    row("outgoing", "hasMember", "ines", { count: 1 }),
  ]);
  expect(groups).toMatchObject([
    { type: "hasMember", side: "before", count: 2, items: [{ identifier: "ines" }, { identifier: "mateo" }] },
  ]);
});

test("directions are apart, dangling ends are said to be so, and more than were read are counted", () => {
  const groups = grouped([
    row("outgoing", "dependsOn", "gone", { title: null }),
    row("incoming", "dependsOn", "web", { count: 4200 }),
    row("outgoing", "ownedBy", "payments", { blueprint: "group" }),
  ]);
  expect(groups.map((group) => [group.type, group.side, group.count])).toEqual([
    ["ownedBy", "after", 1],
    ["dependencyOf", "before", 4200],
    ["dependsOn", "after", 1],
  ]);
  expect(groups[2]?.items[0]).toMatchObject({ title: "gone", isDangling: true });
});
