import { expect, test } from "vitest";
import { readDefinition } from "#lib/catalog/definitions/read-definition.ts";
import { harbourlineCatalog } from "./catalog.ts";

test("the sample catalog shows an API in each form that is read as a reference", () => {
  const described = harbourlineCatalog().flatMap(({ blueprint, type, properties }) =>
    blueprint === "api" && typeof properties["definition"] === "string"
      ? [{ type, text: properties["definition"] }]
      : [],
  );
  const forms = described.map(({ type, text }) => {
    const answer = readDefinition(text, type);
    return "reference" in answer && answer.reference.groups.length > 0 ? answer.reference.form : answer;
  });
  expect(forms.sort()).toEqual(["AsyncAPI", "GraphQL", "OpenAPI", "gRPC"]);
});
