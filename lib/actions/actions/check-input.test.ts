import { expect, test } from "vitest";
import { pagesOf } from "#lib/actions/actions/action-pages.ts";
import { askedFields } from "#lib/actions/actions/asked-fields.ts";
import { checkInput } from "#lib/actions/actions/check-input.ts";
import { createServiceDefinition } from "#lib/actions/actions/create-service-definition.ts";
import { pageSchema } from "#lib/actions/actions/page-schema.ts";

const { inputSchema: schema, uiSchema } = createServiceDefinition;
const right = {
  name: "payouts",
  title: "Payouts",
  description: "Sends money out.",
  owner: "group:payments",
  template: "node-http-service",
  port: 8080,
  dataClass: "internal",
};
const paths = (answers: Record<string, unknown>) => checkInput(schema, answers).problems.map((problem) => problem.path);

test("defaults are filled in and answers to questions that are not asked are left out", () => {
  expect(checkInput(schema, {}).value).toEqual({ template: "node-http-service", dataClass: "internal", port: 8080 });
  expect(checkInput(schema, { ...right, region: "eu-north", template: "static-docs" }).value).not.toHaveProperty(
    "region",
  );
  expect(checkInput(schema, { ...right, template: "static-docs" }).value).not.toHaveProperty("port");
});

test("every kind of mistake names its field and says what to do", () => {
  expect(checkInput(schema, right).problems).toEqual([]);
  expect(paths({})).toEqual(["name", "title", "description", "owner"]);
  expect(paths({ ...right, dataClass: "regulated" })).toEqual(["region", "dataSteward"]);
  for (const [field, answer] of Object.entries({
    name: "Upper",
    title: "x",
    description: 5,
    owner: "payments",
    port: 8080.5,
    dataClass: "secret",
    template: ["x"],
  })) {
    expect(paths({ ...right, [field]: answer }), field).toEqual([field]);
  }
  expect(checkInput(schema, { ...right, port: 1 }).problems).toEqual([{ path: "port", message: "Use 1024 or more" }]);
  expect(checkInput(schema, { ...right, name: "a_b" }).problems[0]?.message).toContain("lower-case");
  expect(paths({ ...right, extra: 1, constructor: 2 })).toEqual(["extra", "constructor"]);
});

test("a page shows the fields that depend on its answers", () => {
  const [basics, runtime] = pagesOf(schema, uiSchema);
  if (basics === undefined || runtime === undefined) throw new Error("The action has two pages");
  expect(Object.keys(pageSchema(schema, basics, {}).properties ?? {})).toEqual([
    "name",
    "title",
    "description",
    "owner",
    "system",
  ]);
  expect(Object.keys(pageSchema(schema, runtime, {}).properties ?? {})).toEqual(["template", "port", "dataClass"]);
  const regulated = pageSchema(schema, runtime, { dataClass: "regulated" });
  expect(Object.keys(regulated.properties ?? {})).toEqual(["template", "port", "dataClass", "region", "dataSteward"]);
  expect(regulated.required).toEqual(["template", "dataClass", "port", "region", "dataSteward"]);
  expect(askedFields(schema, { template: "static-docs" }).required).not.toContain("port");
});
