import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../fixtures.ts";

async function importApi(page: Page, origin: string, name: string, type: string, definition: string): Promise<void> {
  const text = [
    "apiVersion: backstage.io/v1alpha1",
    "kind: API",
    `metadata: { name: ${name} }`,
    `spec: { type: ${type}, lifecycle: experimental, owner: payments, definition: ${JSON.stringify(definition)} }`,
  ].join("\n");
  const answer = await page.request.post("/api/v1/catalog/imports?org=harbourline", {
    headers: { origin },
    data: { source: { kind: "paste", text } },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  await expect
    .poll(async () => (await page.request.get(`/api/v1/entities/api/${name}?org=harbourline`)).status())
    .toBe(200);
}

test("a definition is read as a reference: operations, schemas, examples; nothing written in it runs", async ({
  pageOf,
  origin,
}) => {
  const page = await pageOf("member");
  const definition = JSON.stringify({
    openapi: "3.1.0",
    info: {
      title: "Journeys",
      version: "1",
      description: "Read **this** <img src=x onerror=alert(1)> [x](javascript:alert(1))",
    },
    paths: {
      "/journeys/{id}": {
        get: {
          tags: ["journeys"],
          summary: "Read a journey",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          responses: {
            200: {
              description: "It",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Journey" } } },
            },
          },
        },
      },
    },
    components: {
      schemas: { Journey: { type: "object", properties: { next: { $ref: "#/components/schemas/Journey" } } } },
    },
  });
  await importApi(page, origin, "journey-api", "openapi", definition);
  await page.goto("/harbourline/catalog/api/journey-api?tab=reference");
  await expect(page.getByText("OpenAPI 3.1.0 · version 1 · 1 operation")).toBeVisible();
  await expect(page.locator("strong", { hasText: "this" })).toBeVisible();
  await expect(page.locator("main img")).toHaveCount(0);
  await page.getByText("/journeys/{id}").first().click();
  await expect(page.getByRole("list", { name: "Parts of Parameters" })).toContainText("string, in path");
  await expect(page.getByRole("list", { name: "Parts of 200, application/json" })).toContainText("next");
  await expectAccessible(page);
});

test("a broken definition shows where, and its text", async ({ pageOf, origin }) => {
  const page = await pageOf("member");
  await importApi(page, origin, "broken-api", "graphql", "type Query {\n  a:\n}");
  await page.goto("/harbourline/catalog/api/broken-api?tab=reference");
  await expect(page.getByText("Line 3, character 1")).toBeVisible();
  await expect(page.getByRole("region", { name: "Where it cannot be read" })).toContainText("a:");
  await expect(page.getByRole("region", { name: "API definition" })).toContainText("type Query");
});

test("a kind with definitions under names of its own has them as references, and its relations are called as it says", async ({
  pageOf,
  origin,
}) => {
  const page = await pageOf("admin");
  const send = async (path: string, data: object) => {
    const answer = await page.request.post(`/api/v1${path}?org=harbourline`, { headers: { origin }, data });
    expect(answer.ok() || answer.status() === 409, await answer.text()).toBe(true);
  };
  const property = (identifier: string, title: string, format: string) => ({
    identifier,
    title,
    type: "string",
    format,
  });
  const properties = [property("doors", "Doors", "openapi"), property("questions", "Questions", "graphql")];
  const relations = [{ identifier: "behind", title: "Stands behind", inverseTitle: "Stands before" }];
  await send("/blueprints", {
    identifier: "gate",
    title: "Gate",
    pluralTitle: "Gates",
    definition: { properties, relations },
  });
  const doors =
    "openapi: 3.0.0\ninfo: { title: Doors of the gate, version: '1' }\npaths: { /doors: { get: { summary: List doors } } }";
  const values = { doors, questions: "type Query { open: Boolean }" };
  await send("/entities", { blueprint: "gate", identifier: "outer", title: "Outer gate", properties: values });
  const behind = [{ blueprint: "gate", identifier: "outer" }];
  await send("/entities", { blueprint: "gate", identifier: "inner", title: "Inner gate", relations: { behind } });

  await page.goto("/harbourline/catalog/gate/outer");
  await expect(page.getByRole("link", { name: "Inner gate Stands before" })).toBeVisible();
  await page.getByRole("link", { name: "Read the reference" }).first().click();
  await expect(page.getByText("List doors")).toBeVisible();
  await page.getByRole("navigation", { name: "Definitions" }).getByRole("link", { name: "Questions" }).click();
  await expect(page.getByText("GraphQL · 1 operation")).toBeVisible();
  await expectAccessible(page);
});
