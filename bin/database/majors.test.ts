import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { requireSameMajor } from "./majors.ts";

function homeWith(clusters: Record<string, string>): string {
  const home = mkdtempSync(join(tmpdir(), "causeway-majors-"));
  for (const [name, version] of Object.entries(clusters)) {
    mkdirSync(join(home, name));
    writeFileSync(join(home, name, "PG_VERSION"), `${version}\n`);
  }
  return home;
}
const check = (clusters: Record<string, string>, mayBeginAnew = false) =>
  requireSameMajor(homeWith(clusters), "18", mayBeginAnew);

test("data of another major version is refused with the commands that take it over", () => {
  expect(() => check({ "postgres-17": "17" })).toThrow(
    /postgres-17 was written by PostgreSQL 17.*brings PostgreSQL 18/,
  );
  expect(() => check({ "postgres-17": "17" })).toThrow(
    /npm run backup -- (\S+) --with-secret[\s\S]*npm run restore -- \1/,
  );
  expect(() => check({ "postgres-18": "17" })).toThrow(/move \S+postgres-18 aside/);
  expect(() => check({ "postgres-18": "17" }, true)).toThrow(/move/);
  expect(() => check({ "postgres-19": "19" })).toThrow(/PostgreSQL 19/);
});

test("a first start, the same version, and a restore beside the old data go on", () => {
  expect(() => check({})).not.toThrow();
  expect(() => requireSameMajor("/does/not/exist", "18", false)).not.toThrow();
  expect(() => check({ "postgres-18": "18" })).not.toThrow();
  expect(() => check({ "postgres-17": "17", "postgres-18": "18" })).not.toThrow();
  expect(() => check({ "postgres-17": "17" }, true)).not.toThrow();
});
