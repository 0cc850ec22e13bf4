import { globalTables } from "#db/structure/global-tables.ts";
import { type Breach, type Convention, lineAt, type ProjectFile, perFile } from "./project-file.ts";

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
          "the first column of a table is “org_id uuid not null references orgs”; a table without one is listed with its reason in db/structure/global-tables.ts.",
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
