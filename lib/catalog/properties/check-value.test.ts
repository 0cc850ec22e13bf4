import { expect, test } from "vitest";
import { checkEntity } from "#lib/catalog/blueprints/check-entity.ts";
import { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import { checkValue } from "#lib/catalog/properties/check-value.ts";
import { convertValue } from "#lib/catalog/properties/convert-value.ts";
import { PropertyDefinition } from "#lib/catalog/properties/schema.ts";

const property = (rules: object) => PropertyDefinition.parse({ identifier: "p", title: "P", type: "string", ...rules });

const fitting: [object, unknown[], unknown[]][] = [
  [
    { format: "url" },
    ["https://a.example/b", "ssh://git@a.example"],
    ["a.example", "javascript:alert(1)", "data:text/html,x", 1],
  ],
  [{ format: "embedded-url" }, ["https://a.example"], ["ssh://a.example", "ftp://a.example"]],
  [
    { format: "labelled-url", type: "object" },
    [{ url: "https://a.example", title: "A" }],
    [{}, { url: "javascript:x" }, { url: "https://a.example", x: 1 }],
  ],
  [{ format: "email" }, ["ada@example.com"], ["ada", "a@b", "a b@c.d", `${"a".repeat(100_000)}@b.c`]],
  [{ format: "date-time" }, ["2026-01-31", "2026-01-31T08:00:00Z"], ["31.1.2026", "2026-02-30", ""]],
  [{ format: "ipv4" }, ["192.0.2.1"], ["1", "192.0.2.256", "0x7f.1", "::1"]],
  [{ format: "ipv6" }, ["2001:db8::1"], ["192.0.2.1", "2001:::1"]],
  [{ format: "team" }, ["group:payments"], ["", "  "]],
  [{ options: [{ value: "a" }, { value: "b" }] }, ["a"], ["c", 1]],
  [{ pattern: "^v\\d+$" }, ["v12"], ["v", "12"]],
  [{ minLength: 2, maxLength: 3 }, ["ab"], ["a", "abcd"]],
  [{ type: "number", minimum: 0, maximum: 9 }, [0, 9], [-1, 10, "5", true]],
  [{ type: "boolean" }, [true, false], ["true", 1, null]],
  [{ type: "object" }, [{}], [[], null, "x"]],
  [{ type: "array", items: { type: "number" }, minItems: 1, maxItems: 2 }, [[1], [1, 2]], [[], [1, 2, 3], ["1"], 1]],
];

test.each(fitting)("%j takes what fits and says what does not", (rules, good, bad) => {
  for (const value of good) expect(checkValue(property(rules), value), JSON.stringify(value)).toBeNull();
  for (const value of bad)
    expect(checkValue(property(rules), value), JSON.stringify(value)).toEqual(expect.any(String));
});

test.each([
  [{ type: "number" }, "12", 12],
  [{ type: "number" }, "1e3", 1000],
  [{ type: "number" }, "12px", undefined],
  [{ type: "number", maximum: 9 }, "12", undefined],
  [{ type: "number" }, [7], 7],
  [{ type: "number" }, [7, 8], undefined],
  [{ type: "string" }, 12, "12"],
  [{ type: "string" }, { a: 1 }, '{"a":1}'],
  [{ type: "boolean" }, "Yes", true],
  [{ type: "boolean" }, "maybe", undefined],
  [{ type: "object" }, '{"a":1}', { a: 1 }],
  [{ type: "object" }, "[1]", undefined],
  [{ type: "array", items: { type: "number" } }, "1", [1]],
  [{ type: "array", items: { type: "number" } }, ["1", "x"], undefined],
])("%j makes of %j %j", (rules, value, expected) => {
  expect(convertValue(property(rules), value)).toEqual(expected);
});

test("an entity's problems are named by field", () => {
  const definition = BlueprintDefinition.parse({
    requiredFields: ["owner"],
    properties: [{ identifier: "tier", title: "Tier", type: "number", isRequired: true }],
    relations: [{ identifier: "partOf", title: "Part of", targets: ["system"], isRequired: true }],
  });
  const entity = { description: null, ownerRef: null, lifecycle: null, type: null };
  const paths = (parts: object) =>
    checkEntity(definition, { ...entity, properties: {}, relations: [], ...parts }).map(({ path }) => path);
  expect(paths({})).toEqual(["owner", "properties.tier", "relations.partOf"]);
  const end = (blueprint: string, type = "partOf") => ({ type, blueprint, identifier: "x" });
  const fine = { ownerRef: "group:a", properties: { tier: 1 }, relations: [end("system"), end("group", "ownedBy")] };
  expect(paths(fine)).toEqual([]);
  expect(paths({ ...fine, properties: { tier: 1, tire: 2, constructor: 3 } })).toEqual([
    "properties.tire",
    "properties.constructor",
  ]);
  expect(paths({ ...fine, relations: [end("component")] })).toEqual(["relations.partOf"]);
  expect(
    paths({ ...fine, relations: [end("system"), { ...end("system"), identifier: "y" }, end("system", "in")] }),
  ).toEqual(["relations.partOf", "relations.in"]);
});
