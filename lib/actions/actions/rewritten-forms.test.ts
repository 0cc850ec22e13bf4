import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { createServiceDefinition } from "#lib/actions/actions/create-service-definition.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

test("a form that was stored with conditions of JSON Schema asks the same by conditions of the query language", async () => {
  const org = await testOrg();
  const { asked, ...schema } = createServiceDefinition.inputSchema;
  const [template, dataClass] = ["node-http-service", "regulated"];
  const before = {
    ...schema,
    allOf: [
      stored("template", template, asked[0]?.properties ?? {}),
      stored("dataClass", dataClass, asked[1]?.properties ?? {}),
    ],
  };
  await database.owner.unsafe("update actions set input_schema = $1::text::jsonb where org_id = $2", [
    JSON.stringify(before),
    org.id,
  ]);
  const migration = readFileSync(join(projectRoot(), "db/migrations/0045_conditions_and_scorecard_facts.sql"), "utf8");
  await database.owner.unsafe(migration.slice(0, migration.indexOf("call ")));
  const [after] = await database.owner.unsafe("select input_schema from actions where org_id = $1", [org.id]);
  expect(after?.["input_schema"]).toEqual(createServiceDefinition.inputSchema);
});

function stored(field: string, answer: string, properties: object) {
  const branch = { required: Object.keys(properties), properties };
  const [condition, consequence] = ["if", "then"];
  return { [condition]: { properties: { [field]: { const: answer } }, required: [field] }, [consequence]: branch };
}
