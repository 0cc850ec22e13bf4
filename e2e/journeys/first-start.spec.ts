import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { createRepository, makeFolder, startGitServer } from "#lib/ingestion/git/testing.ts";
import { expect, expectAccessible, ownerConnection, test } from "../fixtures.ts";
import { startedPortal } from "../started-portal.ts";

/** A catalog of our own: two roots, a Location that fans out, a `$text`, and one descriptor that must be refused. */
const ownCatalog: Record<string, string> = {
  "catalog-info.yaml": `apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: lighthouse }
spec: { targets: [./services/beacon.yaml, ./teams.yaml, ./apis/tides.yaml, ./services/broken.yaml] }
`,
  "teams.yaml": `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: keepers, title: Keepers }
spec: { type: team, children: [] }
`,
  "services/beacon.yaml": `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: beacon
  title: Beacon
  description: Turns the light on at dusk.
  tags: [go]
spec: { type: service, lifecycle: production, owner: keepers, consumesApis: [tides] }
`,
  "services/broken.yaml": `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: no good name }
spec: { type: service, lifecycle: production, owner: keepers }
`,
  "apis/tides.yaml": `apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: tides, description: When the water comes. }
spec: { type: openapi, lifecycle: production, owner: keepers, definition: { $text: ./tides.openapi.yaml } }
`,
  "apis/tides.openapi.yaml": "openapi: 3.1.0\ninfo: { title: Tides, version: '1' }\npaths: {}\n",
};

test("first start → admin link → import → find → score → create a service → watch it → open it → dashboard", async ({
  browser,
  origin,
}) => {
  test.setTimeout(240_000);
  const { links } = startedPortal();
  test.skip(links["admin"] === undefined, "the portal was started by somebody else, its links are not known");
  const folder = makeFolder();
  createRepository(folder, "lighthouse", ownCatalog);
  const git = await startGitServer(folder);
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));

  await test.step("the link signs in, once", async () => {
    await page.goto(links["admin"] ?? "");
    await expect(page).toHaveURL(/\/harbourline$/, { timeout: 30_000 });
    const other = await browser.newContext({ baseURL: origin });
    const second = await other.newPage();
    await second.goto(links["admin"] ?? "");
    await expect(second.getByText("used before or has expired")).toBeVisible();
    await other.close();
  });

  await test.step("a real git repository is checked, then imported, and says what it refused", async () => {
    await page.goto("/harbourline/sources/import");
    await page.getByLabel("Address of the repository").fill(git.urlOf("lighthouse"));
    await page.getByRole("button", { name: "Check first" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/4 new.*1 refused/, { timeout: 60_000 });
    await expect(page.getByText("services/broken.yaml").first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Import 4/ }).click();
    await expect(page.getByText("imported", { exact: true })).toBeVisible({ timeout: 60_000 });
  });

  await test.step("it is in the catalog in the same moment, scored", async () => {
    await page.goto("/harbourline/catalog");
    await page.getByRole("searchbox").or(page.getByPlaceholder(/Words/)).first().fill("beacon");
    await page.getByRole("link", { name: "Beacon" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Beacon" })).toBeVisible();
    await expect(page.getByText("Ownership & docs").first()).toBeVisible();
    await expect(page.getByText(/Next to (Silver|Bronze|Gold)/)).toBeVisible();
    await expect(page.getByRole("link", { name: /tides/ }).first()).toBeVisible();
  });

  await test.step("the form of the action leads to a run that does real work", async () => {
    await page.goto("/harbourline/actions/create-service");
    await page.getByLabel("Name").fill("fog-horn");
    await page.getByLabel("Title").fill("Fog horn");
    await page.getByLabel("Description").fill("Sounds when the light cannot be seen.");
    await page.getByLabel("Owner").fill("keep");
    await page.getByRole("option", { name: /Keepers/ }).click();
    await page.getByRole("button", { name: /Continue to Runtime/ }).click();
    await page.getByRole("button", { name: /Continue to Review/ }).click();
    await expect(page.getByText("catalog-info.yaml").first()).toBeVisible();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await expect(page).toHaveURL(/\/runs\/\d+/);
    await expect(page.getByText("succeeded").first()).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/git push/).first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the new service has its entity, its score and its repository", async () => {
    await page
      .getByRole("main")
      .getByRole("link", { name: /fog-horn|Fog horn/ })
      .first()
      .click();
    await page.goto("/harbourline/catalog/component/fog-horn");
    await expect(page.getByRole("heading", { level: 1, name: "Fog horn" })).toBeVisible();
    await expect(page.getByText("Ownership & docs").first()).toBeVisible();
    await page.goto("/harbourline/repositories/fog-horn");
    await expect(page.getByText("catalog-info.yaml").first()).toBeVisible();
  });

  await test.step("the dashboard shows deployments and opens the rows behind a point", async () => {
    await page.goto("/harbourline/dashboards/delivery");
    await expect(page.getByText("Deployment frequency").first()).toBeVisible();
    await expect(page.locator(".recharts-surface").first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("Not measurable")).toHaveCount(0);
  });
  await context.close();
  await git.close();
  expect(complaints).toEqual([]);
});

const samples = join(import.meta.dirname, "../../../shared/samples/backstage/catalog");

test("the public sample catalog imports whole from a git repository", async ({ pageOf }) => {
  test.setTimeout(120_000);
  test.skip(
    !existsSync(samples),
    "SKIPPED: the public samples are not on this machine; the project's own catalog is tested above",
  );
  const files = Object.fromEntries(
    filesBelow(samples).map((path) => [relative(samples, path), readFileSync(path, "utf8")]),
  );
  const folder = makeFolder();
  createRepository(folder, "samples", files);
  const git = await startGitServer(folder);
  const page = await pageOf("admin");
  await page.goto("/harbourline/sources/import");
  await page.getByLabel("Address of the repository").fill(git.urlOf("samples"));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("imported", { exact: true })).toBeVisible({ timeout: 60_000 });
  await git.close();
  const sql = ownerConnection();
  const rows = await sql`
    select e.blueprint from entities e join sources s on s.org_id = e.org_id and s.id = e.source_id where s.kind = 'git' and s.location like '%samples%'`;
  await sql.end();
  expect(rows.length).toBeGreaterThanOrEqual(68);
  await page.goto("/harbourline/catalog/component/artist-lookup");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/artist-lookup/);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
