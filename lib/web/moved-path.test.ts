import { expect, test } from "vitest";
import { movedPath } from "#lib/web/moved-path.ts";

test.each([
  ["/acme", "/new"],
  ["/acme/catalog/acme/x", "/new/catalog/acme/x"],
  ["/acme/catalog?text=acme&next=/acme?x", "/new/catalog?text=acme&next=/acme?x"],
  ["/api/audit/acme/export?format=csv", "/api/audit/new/export?format=csv"],
])("%s leads to %s", (path, expected) => {
  expect(movedPath(path, "acme", "new")).toBe(expected);
});
