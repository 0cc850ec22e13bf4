import { expect, test } from "vitest";
import { placeHref } from "#components/catalog/place-href.ts";

const place = { kind: "git", revision: "abc123", origin: { file: "a b/catalog-info.yaml", line: 7 } };

test("a file is shown at the commit that was read, where the host is known", () => {
  expect(placeHref({ ...place, location: "https://github.com/acme/pay.git#main:a" })).toBe(
    "https://github.com/acme/pay/blob/abc123/a%20b/catalog-info.yaml#L7",
  );
  expect(placeHref({ ...place, location: "https://gitlab.acme.example/team/pay" })).toBe(
    "https://gitlab.acme.example/team/pay/-/blob/abc123/a%20b/catalog-info.yaml#L7",
  );
});

test("elsewhere the repository is shown, and nothing that a browser should not follow", () => {
  expect(placeHref({ ...place, location: "https://git.example/pay" })).toBe("https://git.example/pay");
  expect(placeHref({ ...place, location: "https://github.com/acme/pay", revision: null })).toBe(
    "https://github.com/acme/pay",
  );
  expect(placeHref({ ...place, location: "javascript:alert(1)" })).toBeNull();
  expect(placeHref({ ...place, kind: "files", location: "https://github.com/acme/pay" })).toBeNull();
});
