import type { ProjectFile } from "./project-file.ts";

const file = (path: string, text: string): ProjectFile[] => [{ path, text }];

const operation = (parts: { kind?: string; exportName?: string; name?: string; permission?: string } = {}) =>
  `export const ${parts.exportName ?? "grantExemption"} = ${parts.kind ?? "command"}({
  name: "${parts.name ?? "exemption.grant"}",
  permission: "${parts.permission ?? "exemption:write"}",
  async run() {},
});`;
const grant = "lib/scorecards/exemptions/grant-exemption.ts";
const table = { path: "lib/kernel/permissions.ts", text: '"exemption:write"' };
const list = {
  path: "lib/scorecards/operations.ts",
  text: 'import { grantExemption } from "x";\nexport const scorecardsOperations = [grantExemption];',
};

/** Per convention: projects that break it, and projects that do not. */
export const plants: Record<string, { breaks: ProjectFile[][]; fine: ProjectFile[][] }> = {
  "settings are read in one place": {
    breaks: [
      file("lib/catalog/read.ts", 'const url = process.env["DATABASE_URL"];'),
      file("app/page.tsx", "process.env.NODE_ENV"),
    ],
    fine: [file("lib/kernel/env.ts", "parseSettings(process.env)"), file("bin/start.ts", "process.env.CI")],
  },
  "the proxy knows its mode only": {
    breaks: [file("proxy.ts", "process.env.CAUSEWAY_ORIGIN")],
    fine: [file("proxy.ts", 'process.env.NODE_ENV === "development"')],
  },
  "tenant data is never cached by the framework": {
    breaks: [
      file("app/[org]/page.tsx", '"use cache";'),
      file("lib/web/read.ts", "const get = unstable_cache(load);"),
      file("app/[org]/page.tsx", "export const revalidate = 60;"),
    ],
    fine: [file("app/[org]/page.tsx", "export const metadata = {};")],
  },
  "HTML is made by React": {
    breaks: [
      file("components/docs/text.tsx", "<div dangerouslySetInnerHTML={{ __html: html }} />"),
      file("components/docs/text.tsx", "node.innerHTML = html;"),
    ],
    fine: [file("components/docs/text.tsx", "<div>{html}</div>")],
  },
  "no text becomes code": {
    breaks: [
      file("lib/actions/run.ts", "eval(text)"),
      file("lib/actions/run.ts", 'new Function("return 1")'),
      file("lib/actions/run.ts", 'import vm from "node:vm";'),
    ],
    fine: [file("lib/actions/run.ts", "// Never eval(text).\nclient.retrieval(text);")],
  },
  "processes are started in few places": {
    breaks: [
      file("lib/docs/render.ts", 'import { exec } from "node:child_process";'),
      file("app/api/run/route.ts", 'require("child_process")'),
    ],
    fine: [file("lib/kernel/child-process/child.ts", 'import { spawn } from "node:child_process";')],
  },
  "requests go out through one gate": {
    breaks: [
      file("lib/ingestion/read.ts", "await fetch(url)"),
      file("lib/ingestion/read.ts", 'import { request } from "node:https";'),
    ],
    fine: [
      file("lib/ingestion/read.ts", "await fetchOutbound(url); await source.fetch(url);"),
      file("components/patterns/rest-client.ts", "await fetch(path)"),
    ],
  },
  "SQL has parameters": {
    breaks: [file("lib/catalog/list.ts", "sql.raw(order)"), file("lib/web/check.ts", "client.unsafe(text)")],
    fine: [file("lib/catalog/list.ts", "sql`select 1`")],
  },
  "chance is safe or seeded": {
    breaks: [file("lib/identity/token.ts", "Math.random()"), file("lib/catalog/fuzz.test.ts", "Math.random()")],
    fine: [file("lib/identity/token.ts", "randomBytes(32)")],
  },
  "what is left to do is an issue": {
    breaks: [file("lib/catalog/list.ts", `// ${"TO"}${"DO"}: sort`), file("bin/start.ts", `// ${"FIX"}${"ME"}`)],
    fine: [file("lib/catalog/list.ts", "// Sorted by the database.")],
  },
  "checks are not switched off": {
    breaks: [
      file("lib/catalog/list.ts", `// @ts-${"ignore"}`),
      file("components/ui/list.tsx", `/* ${"biome"}-ignore lint: later */`),
      file("lib/catalog/list.test.ts", `test.${"only"}("one", () => {});`),
    ],
    fine: [file("lib/catalog/list.test.ts", 'test("one", () => {});')],
  },
  "no barrels": {
    breaks: [
      file("components/ui/index.ts", 'export * from "./button.tsx";'),
      file("lib/catalog/index.ts", 'export { list } from "./list.ts";'),
    ],
    fine: [file("lib/catalog/list.ts", "export { list };")],
  },
  "names say something": {
    breaks: [
      file("lib/catalog/utils.ts", ""),
      file("lib/catalog/helpers/sort.ts", ""),
      file("components/ui/date-utils.ts", ""),
      file("lib/catalog/service.ts", ""),
    ],
    fine: [file("lib/actions/services/create-service.ts", ""), file("lib/metrics/services/moment.ts", "")],
  },
  "names are written alike": {
    breaks: [
      file("lib/catalog/listEntities.ts", ""),
      file("components/ui/Button.tsx", ""),
      file("lib/catalog/entity_list.ts", ""),
    ],
    fine: [file("lib/catalog/list-entities.test.ts", ""), file("app/[org]/catalog/[...identifier]/page.tsx", "")],
  },
  "files stay short": {
    breaks: [
      file("lib/catalog/long.ts", "a\n".repeat(301)),
      file("app/[org]/page.tsx", "a\n".repeat(121)),
      file("app/api/hooks/route.ts", "a\n".repeat(31)),
    ],
    fine: [file("lib/catalog/long.ts", "a\n".repeat(300)), file("README.md", "a\n".repeat(900))],
  },
  "a verb file exports its verb": {
    breaks: [
      file(grant, "export function giveExemption() {}"),
      file("lib/catalog/entities/lists/list-entities.ts", "export const all = 1;"),
    ],
    fine: [
      file(grant, "export const grantExemption = command({});"),
      file("lib/catalog/entities/read-facts.ts", "export async function readFacts() {}"),
      file("lib/catalog/entities/entity-row.ts", "export const columns = 1;"),
      file("lib/actions/templates/render-child.ts", "serveChildJobs(render);"),
    ],
  },
  "one pair of words everywhere": {
    breaks: [
      file(grant, operation({ name: "exemption.give" })),
      file(grant, operation({ name: "exemptionGrant" })),
      file(grant, operation({ exportName: "giveExemption" })),
    ],
    fine: [file(grant, operation())],
  },
  "every command has a test": {
    breaks: [file(grant, operation())],
    fine: [
      [
        ...file(grant, operation()),
        ...file("lib/scorecards/exemptions/grant-exemption.test.ts", "await grantExemption.call(ctx, {});"),
      ],
      file(grant, operation({ kind: "query" })),
    ],
  },
  "every permission is in the table": {
    breaks: [[table, ...file(grant, operation({ permission: "exemption:invent" }))]],
    fine: [[table, ...file(grant, operation())]],
  },
  "every operation is registered once": {
    breaks: [
      file(grant, operation()),
      [...file(grant, operation()), list, { ...list, path: "lib/metrics/operations.ts" }],
    ],
    fine: [[...file(grant, operation()), list]],
  },
  "names and routes are unique": {
    breaks: [
      [
        ...file(grant, operation()),
        ...file("lib/scorecards/exemptions/give-exemption.ts", operation({ exportName: "giveExemption" })),
      ],
    ],
    fine: [file(grant, operation())],
  },
  "every domain's list is merged": {
    breaks: [[list, ...file("lib/operations.ts", 'import { catalogOperations } from "#lib/catalog/operations.ts";')]],
    fine: [
      [list, ...file("lib/operations.ts", 'import { scorecardsOperations } from "#lib/scorecards/operations.ts";')],
    ],
  },
  "every table is its organization's": {
    breaks: [
      file("db/migrations/0009_notes.sql", "create table notes (\n  id uuid primary key\n);"),
      file(
        "db/migrations/0009_notes.sql",
        "create table notes (\n  org_id uuid not null references orgs,\n  id uuid\n);",
      ),
      file(
        "db/migrations/0009_notes.sql",
        "create table notes (\n  org_id uuid,\n  id uuid\n);\ncall protect_tenant_table('notes');",
      ),
    ],
    fine: [
      file(
        "db/migrations/0009_notes.sql",
        "create table notes (\n  org_id uuid not null references orgs,\n  id uuid\n);\ncall protect_tenant_table('notes');",
      ),
    ],
  },
  "every topic says who may hear of it": {
    breaks: [
      file("lib/docs/pages/save-page.ts", 'await emit({ topic: "page.saved", subjectId: id });'),
      file("lib/docs/pages/save-page.ts", 'defineChannel({ topics: ["page.saved", "page.deleted"] });'),
    ],
    fine: [
      [
        ...file("lib/kernel/topics.ts", '  "page.saved": "page:read",'),
        ...file("lib/docs/pages/save-page.ts", 'await emit({ topic: "page.saved", subjectId: id });'),
      ],
    ],
  },
  "every part stands on the shelf": {
    breaks: [file("components/ui/lamp.tsx", "export function Lamp() {}")],
    fine: [
      [
        { path: "components/ui/lamp.tsx", text: "export function Lamp() {}" },
        { path: "components/ui/lamp.example.tsx", text: "export default function Example() {}" },
      ],
      file("components/ui/lamp-popup.tsx", "export function LampPopup() {}"),
      file("components/catalog/lamp.tsx", "export function Lamp() {}"),
    ],
  },
  "what people read stands in one place": {
    breaks: [
      file("components/ui/lamp.tsx", 'return <Field label="Brightness" />;'),
      file("components/catalog/lamps/lamp.tsx", 'return <Field label="Brightness" />;'),
      file("app/[org]/lamps/page.tsx", 'export const metadata = { title: "Lamps" };'),
      file("components/ui/lamp.tsx", "const item = { label: `Lamp ${count}` };"),
    ],
    fine: [
      file("components/ui/lamp.tsx", "return <Field label={words.brightness} />;"),
      file("components/words/ui/lamp.ts", 'export const brightness = "Brightness";'),
      file("components/ui/lamp.tsx", 'return <Code label="" title={`#${number}`} />;'),
    ],
  },
  "dates and numbers are written in one place": {
    breaks: [
      file("components/ui/lamp.tsx", 'const text = watts.toLocaleString("en");'),
      file("app/[org]/page.tsx", "const day = new Date(at).toLocaleDateString();"),
      file("components/ui/lamp.tsx", "const format = new Intl.NumberFormat();"),
    ],
    fine: [
      file("components/ui/lamp.tsx", "const text = numberText(watts);"),
      file("components/words/format.ts", "const format = new Intl.NumberFormat(locale);"),
      file("lib/metrics/day.ts", 'new Intl.DateTimeFormat("en", { timeZone });'),
    ],
  },
  "keys are named once": {
    breaks: [file("components/ui/lamp.tsx", 'if (event.key === "l") shine();')],
    fine: [
      file("components/ui/lamp.tsx", "if (isKey(event, keys.shine)) shine();"),
      file("components/ui/lamp.tsx", 'if (event.key === "Escape") close();'),
    ],
  },
};
