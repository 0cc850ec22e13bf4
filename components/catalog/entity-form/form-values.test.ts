import { expect, test } from "vitest";
import { formSections } from "#components/catalog/entity-form/form-fields.ts";
import { type Choice, type FormValues, toPatch, toValues } from "#components/catalog/entity-form/form-values.ts";
import { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";

const definition = BlueprintDefinition.parse({
  requiredFields: ["owner"],
  properties: [
    { identifier: "tier", title: "Tier", type: "number", isRequired: true },
    { identifier: "stage", title: "Stage", type: "string", options: [{ value: "test", title: "Test" }] },
    { identifier: "open", title: "Open", type: "boolean" },
    { identifier: "ports", title: "Ports", type: "array", items: { type: "number" } },
    { identifier: "extra", title: "Extra", type: "object" },
    { identifier: "notes", title: "Notes", type: "string", format: "markdown" },
  ],
  relations: [
    { identifier: "ownedBy", title: "Owned by", isMany: true },
    { identifier: "partOf", title: "Part of", targets: ["system"], isMany: true },
    {
      identifier: "worksIn",
      title: "Works in",
      isMany: true,
      hasDates: true,
      properties: [{ identifier: "share", title: "Share", type: "number" }],
    },
  ],
  layout: [{ title: "Size", properties: ["ports"] }],
});
const sections = formSections(definition);
const fields = sections.flatMap((section) => section.fields);

test("a form is what its kind is made of: sections, controls, what is needed", () => {
  expect(sections.map(({ title }) => title)).toEqual([
    "Basics",
    "Size",
    "Properties",
    "Relations",
    "Links, labels and annotations",
  ]);
  const controls = Object.fromEntries(fields.map(({ path, control }) => [path, control]));
  expect(controls).toMatchObject({
    owner: "one",
    "properties.tier": "number",
    "properties.stage": "choice",
    "properties.open": "yes-no",
    "properties.ports": "lines",
    "properties.extra": "json",
    "properties.notes": "long",
    "relations.partOf": "many",
  });
  expect(controls).not.toHaveProperty("relations.ownedBy");
  expect(fields.filter(({ isRequired }) => isRequired).map(({ path }) => path)).toEqual(["owner", "properties.tier"]);
});

test("what is said of a relation is shown, kept and read again", () => {
  const end = { blueprint: "group", identifier: "maths" };
  const stored = [{ ...end, properties: { share: 20, other: [1] }, since: "2020-05-01T00:00:00.000Z" }];
  const before = toValues(fields, new Map([["relations.worksIn", stored]]), String);
  const [choice] = before["relations.worksIn"] as Choice[];
  expect(choice?.said).toEqual({ share: "20", since: "2020-05-01", until: "" });
  const change = (said: object) => ({
    ...before,
    "relations.worksIn": [{ ...choice, said: { ...choice?.said, ...said } }],
  });
  expect(toPatch(fields, before, change({ share: "30", until: "2030-01-01" }) as FormValues).patch.relations).toEqual({
    worksIn: [{ ...end, properties: { other: [1], share: 30 }, since: "2020-05-01", until: "2030-01-01" }],
  });
  expect(toPatch(fields, before, change({ share: "", since: "" }) as FormValues).patch.relations).toEqual({
    worksIn: [{ ...end, properties: { other: [1] } }],
  });
  const moved = { ...before, "relations.worksIn": [{ ...choice, value: "group:chess" }] };
  expect(toPatch(fields, before, moved as FormValues).patch.relations?.["worksIn"]?.[0]).toMatchObject({
    identifier: "chess",
  });
});

const said = new Map<string, unknown>([
  ["title", "Pay"],
  ["owner", "group:payments"],
  ["tags", ["go", "pci"]],
  ["links", [{ url: "https://a.example", title: "A place" }, { url: "https://b.example" }]],
  ["labels.a", "1"],
  ["labels.b/c", "x: y"],
  ["properties.tier", 2],
  ["properties.open", false],
  ["properties.ports", [80, 443]],
  ["properties.extra", { deep: [1] }],
  ["relations.partOf", [{ blueprint: "system", identifier: "shop" }]],
]);
const before = toValues(fields, said, (reference) => reference.toUpperCase());

test("an entity is shown as texts and choices, and a form that nobody touched changes nothing", () => {
  expect(before).toMatchObject({
    owner: [{ value: "group:payments", label: "GROUP:PAYMENTS" }],
    tags: "go\npci",
    links: "https://a.example A place\nhttps://b.example",
    labels: "a: 1\nb/c: x: y",
    "properties.tier": "2",
    "properties.open": "false",
    "properties.ports": "80\n443",
    "properties.stage": "",
  });
  expect(toPatch(fields, before, { ...before })).toEqual({ patch: {}, problems: [] });
});

test("what was changed becomes a patch, and nothing else", () => {
  const after = {
    ...before,
    title: " Payments ",
    owner: [],
    tags: "go\n\n rust ",
    labels: "a: 2\nd: 3",
    "properties.tier": "",
    "properties.open": "true",
    "properties.ports": "80",
    "properties.extra": '{"deep": []}',
    "relations.partOf": [],
  };
  expect(toPatch(fields, before, after)).toEqual({
    patch: {
      title: "Payments",
      owner: null,
      tags: ["go", "rust"],
      labels: { a: "2", "b/c": null, d: "3" },
      properties: { tier: null, open: true, ports: [80], extra: { deep: [] } },
      relations: { partOf: [] },
    },
    problems: [],
  });
});

test("what cannot be read is a problem of its field", () => {
  const after = {
    ...before,
    labels: "no value",
    "properties.tier": "two",
    "properties.extra": "{",
    "properties.ports": "a",
  };
  const { problems } = toPatch(fields, before, after);
  expect(problems.map(({ path }) => path).sort()).toEqual([
    "labels",
    "properties.extra",
    "properties.ports",
    "properties.tier",
  ]);
});

test("what an entity has beyond its kind can be edited as what it is", () => {
  const others = new Map<string, unknown>([
    ["language", "go"],
    ["slo", 99.9],
    ["open", true],
    ["more", { a: 1 }],
  ]);
  const section = formSections(definition, others).find(({ title }) => title === "Other properties");
  expect(section?.fields.map(({ path, control }) => [path, control])).toEqual([
    ["properties.language", "text"],
    ["properties.slo", "number"],
    ["properties.open", "yes-no"],
    ["properties.more", "json"],
  ]);
});
