import { type Breach, type Convention, lineAt, type ProjectFile, perFile } from "./project-file.ts";

/** The only tables without an organization, and why. `db/structure.test.ts` holds the database to the same list. */
export const globalTables: Record<string, string> = {
  people: "a person exists once and may work in several organizations; read through memberships",
  sessions: "a session belongs to a person, before an organization is chosen",
  sign_in_links: "used before anybody is signed in; the first one before there is an organization",
  sign_in_attempts: "counts failures per account and address, before anybody is signed in",
  schema_migrations: "which migrations the database has; written by the owner only",
};

function findUnprotected({ path, text }: ProjectFile): Breach[] {
  if (!/^db\/migrations\/.*\.sql$/.test(path)) return [];
  return [...text.matchAll(/^create table (?:if not exists )?(\w+) \(\s*([^\n]*)/gm)].flatMap((match) => {
    const [, table = "", firstColumn = ""] = match;
    if (table in globalTables) return [];
    const breach = (message: string) => ({ path, line: lineAt(text, match.index), message: `${table}: ${message}` });
    const isOrgs = table === "orgs";
    if (!isOrgs && !/^org_id uuid not null references orgs\b/.test(firstColumn)) {
      return [
        breach(
          "the first column of a table is “org_id uuid not null references orgs”; a table without one is listed with its reason in lib/conventions/table-rules.ts.",
        ),
      ];
    }
    const isProtected = isOrgs
      ? text.includes("alter table orgs force row level security")
      : text.includes(`call protect_tenant_table('${table}'`);
    return isProtected
      ? []
      : [breach(`write “call protect_tenant_table('${table}');” after it, or any organization can read it.`)];
  });
}

/** What every migration keeps to. */
export const tableRules: Convention[] = [perFile("every table is its organization's", findUnprotected)];
