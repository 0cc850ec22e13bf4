import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { projectRoot } from "#lib/kernel/project-root.ts";
import walls from "../.dependency-cruiser.mjs";

type Violation = { rule: { name: string }; from: string; to: string };

/** Per rule: the file that breaks it, what it imports, and that what it imports exists (a package, or one of our files). */
const plants: Record<string, { from: string; imports: string }[]> = {
  "no-unresolvable": [{ from: "lib/kernel/nowhere.ts", imports: "#lib/kernel/missing.ts" }],
  "no-cycles": [{ from: "lib/kernel/one.ts", imports: "#lib/kernel/other.ts" }],
  "no-orphans": [{ from: "lib/kernel/forgotten.ts", imports: "" }],
  "no-development-packages": [{ from: "components/ui/tested.tsx", imports: "vitest" }],
  "no-unlisted-packages": [{ from: "lib/kernel/unlisted.ts", imports: "left-pad" }],
  "no-tests-in-production": [{ from: "lib/kernel/fake.ts", imports: "#db/testing.ts" }],
  "icons-are-one-picture": [
    { from: "components/shell/drawn-icon.tsx", imports: "lucide-react" },
    { from: "components/catalog/drawn-icon.tsx", imports: "lucide-react" },
  ],
  "nothing-imports-app": [{ from: "components/shell/page-part.tsx", imports: "../../app/page.tsx" }],
  "app-calls-operations": [
    { from: "app/[org]/page.tsx", imports: "#db/client.ts" },
    { from: "app/[org]/raw/page.tsx", imports: "drizzle-orm" },
  ],
  "lib-imports-no-components": [{ from: "lib/web/render.ts", imports: "#components/ui/button.tsx" }],
  "components-take-data": [
    { from: "components/identity/members.tsx", imports: "#lib/identity/members/list-members.ts" },
  ],
  "components-know-no-database": [{ from: "components/identity/rows.tsx", imports: "#db/schema/identity.ts" }],
  "components-run-in-browsers": [{ from: "components/ui/query.tsx", imports: "drizzle-orm" }],
  "components-know-no-node": [{ from: "components/ui/disk.tsx", imports: "node:fs" }],
  "isomorphic-stays-isomorphic": [{ from: "lib/identity/members/schema.ts", imports: "node:crypto" }],
  "db-imports-kernel-only": [{ from: "db/clean-up.ts", imports: "#lib/identity/members/list-members.ts" }],
  "schema-is-plain": [{ from: "db/schema/catalog.ts", imports: "#lib/kernel/env.ts" }],
  "lib-knows-no-framework": [
    { from: "lib/actions/revalidate.ts", imports: "next/cache" },
    { from: "lib/kernel/hook.ts", imports: "react" },
  ],
  "kernel-is-the-ground": [{ from: "lib/kernel/members.ts", imports: "#lib/identity/members/list-members.ts" }],
  "identity-stands-on-kernel": [
    { from: "lib/identity/orgs/entities.ts", imports: "#lib/catalog/entities/lists/list-entities.ts" },
  ],
  "secrets-stand-on-kernel": [
    { from: "lib/secrets/stored/members.ts", imports: "#lib/identity/members/list-members.ts" },
  ],
  "catalog-stands-on-identity": [
    { from: "lib/catalog/entities/scores.ts", imports: "#lib/scorecards/results/list-scores.ts" },
  ],
  "islands-stay-apart": [{ from: "lib/actions/runs/score.ts", imports: "#lib/scorecards/results/list-scores.ts" }],
  "islands-know-no-doors": [
    { from: "lib/metrics/refresh.ts", imports: "#lib/web/mutate.ts" },
    { from: "lib/metrics/everything.ts", imports: "#lib/operations.ts" },
  ],
  "doors-stay-apart": [{ from: "lib/worker/serve.ts", imports: "#lib/web/mutate.ts" }],
  "top-lists-only-list": [{ from: "lib/operations.ts", imports: "#lib/worker/run.ts" }],
  "doors-write-no-sql": [
    { from: "lib/web/rest/count.ts", imports: "#db/client.ts" },
    { from: "lib/mcp/count.ts", imports: "drizzle-orm" },
  ],
  "launcher-needs-nothing": [{ from: "bin/launcher/colours.mjs", imports: "postgres" }],
  "bin-starts-programs": [{ from: "bin/count.ts", imports: "#lib/catalog/entities/lists/list-entities.ts" }],
};

/** What no rule may object to. */
const allowed: { from: string; imports: string; asType?: boolean }[] = [
  { from: "app/page.tsx", imports: "#components/ui/button.tsx" },
  { from: "app/[org]/members/page.tsx", imports: "#lib/identity/members/list-members.ts" },
  { from: "components/identity/typed.tsx", imports: "#lib/identity/members/list-members.ts", asType: true },
  { from: "components/identity/form.tsx", imports: "#lib/identity/orgs/schema.ts" },
  { from: "lib/web/mutate.ts", imports: "next/cache" },
  { from: "lib/actions/runs/register.ts", imports: "#lib/catalog/entities/lists/list-entities.ts" },
  { from: "lib/identity/members/list-members.ts", imports: "#db/client.ts" },
  { from: "lib/kernel/other.ts", imports: "#lib/kernel/one.ts" },
  { from: "db/client.ts", imports: "#lib/kernel/env.ts" },
  { from: "db/seed/company.ts", imports: "#lib/identity/members/list-members.ts" },
  { from: "db/testing.ts", imports: "#lib/identity/members/list-members.ts" },
  { from: "lib/identity/members/list-members.test.ts", imports: "#db/testing.ts" },
];

const ends = {
  "components/ui/button.tsx": 'import "react";',
  "db/schema/identity.ts": 'import "drizzle-orm";',
  "lib/catalog/entities/lists/list-entities.ts": 'import "zod";',
  "lib/identity/orgs/schema.ts": 'import "zod";',
  "lib/kernel/env.ts": 'import "zod";',
  "lib/scorecards/results/list-scores.ts": 'import "zod";',
  "lib/worker/run.ts": 'import "zod";',
};

const directory = mkdtempSync(join(tmpdir(), "walls-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
}

function writeTree(): void {
  const packages = ["drizzle-orm", "lucide-react", "next", "postgres", "react", "zod"];
  const { imports } = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")) as { imports: unknown };
  const dependencies = Object.fromEntries(packages.map((name) => [name, "1.0.0"]));
  write(
    "package.json",
    JSON.stringify({ type: "module", imports, dependencies, devDependencies: { vitest: "1.0.0" } }),
  );
  for (const name of [...packages, "vitest", "left-pad"]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0" }));
    for (const file of ["index.js", "cache.js"]) write(`node_modules/${name}/${file}`, "");
  }
  for (const [path, text] of Object.entries(ends)) write(path, text);
  for (const { from, imports: target, asType } of allowed)
    write(from, `import ${asType ? "type { X } from " : ""}"${target}";`);
  for (const { from, imports: target } of Object.values(plants).flat())
    write(from, target === "" ? "export {};" : `import "${target}";`);
}

function cruise(): Violation[] {
  const root = projectRoot();
  const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const parameters = [
    "--config",
    join(root, ".dependency-cruiser.mjs"),
    "-T",
    "json",
    "app",
    "components",
    "lib",
    "db",
    "bin",
  ];
  const output = execFileSync(process.execPath, [program, ...parameters], {
    cwd: directory,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

test("every wall stops the break that is planted for it, and nothing that is allowed", () => {
  writeTree();
  const violations = cruise();
  const found = (rule: string, from: string) =>
    violations.some((violation) => violation.rule.name === rule && violation.from === from);
  const missed = Object.entries(plants).flatMap(([rule, breaks]) =>
    breaks.filter(({ from }) => !found(rule, from)).map(({ from }) => `${rule}: ${from}`),
  );
  expect(missed).toEqual([]);
  const planted = new Set(
    Object.values(plants)
      .flat()
      .map(({ from }) => from),
  );
  expect(
    violations
      .filter(({ from }) => !planted.has(from) && from !== "lib/kernel/other.ts")
      .map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  ).toEqual([]);
});

test("every wall has a break planted for it, and says how to put it right", () => {
  expect(walls.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(plants).sort());
  expect(walls.forbidden.filter(({ comment }) => comment.length < 40).map(({ name }) => name)).toEqual([]);
});
