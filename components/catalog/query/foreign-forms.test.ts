import { expect, test } from "vitest";
import { foreignForms } from "./foreign-forms.ts";

test.each([
  ['{"combinator": "and", "rules": [{"property": "tier", "operator": "<", "value": 2}]}', ["port", "backstage"]],
  ['{"kind": "API", "spec.type": "openapi"}', ["backstage", "port"]],
  ["kind=component,spec.type=service", ["backstage"]],
  ["filter=kind=api", ["backstage"]],
  ["runbooks.count > 0", ["cortex"]],
  ['entity_descriptor.info."x" = "y"', ["cortex"]],
  ["not ready", []],
  ["type = ", []],
])("%s", (text, forms) => {
  expect(foreignForms(text)).toEqual(forms);
});
