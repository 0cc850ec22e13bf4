import { type SQL, sql } from "drizzle-orm";
import { askedSql, wholeSql } from "#lib/catalog/entities/lists/asked-columns.ts";
import type { EntityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { bestPage, bestStatement } from "#lib/catalog/entities/lists/statements-of-best.ts";
import { countLimit, countsStatement, totalStatement } from "#lib/catalog/entities/lists/statements-of-counts.ts";
import { groupsStatement, rowsOfGroupsStatement } from "#lib/catalog/entities/lists/statements-of-groups.ts";
import { keysetOf, pageStatement, referencesStatement } from "#lib/catalog/entities/lists/statements-of-list.ts";
import { selectionStatement, sortStatement } from "#lib/catalog/entities/lists/statements-of-selection.ts";
import { fuzzyStatement, searchStatement } from "#lib/catalog/entities/search/statements-of-search.ts";
import { mineStatement } from "#lib/catalog/mine/get-mine.ts";

export const none: EntityFilter = { owner: [], lifecycle: [], type: [], tag: [] };
const everything: EntityFilter = {
  blueprint: "component",
  text: "order api",
  owner: ["group:a", "none"],
  lifecycle: ["production"],
  type: ["service"],
  tag: ["go", "rust"],
  query: "count(dependsOn) > 1 and resolved(ownedBy) and properties.tier in [1, 2]",
};
const byTitleFirst = { field: "title", direction: "ascending" } as const;
export const byTitle = keysetOf(byTitleFirst);
const byOwner = keysetOf({ field: "owner", direction: "descending" });
const byChange = keysetOf({ field: "updatedAt", direction: "descending" });
export const deep = (direction: "after" | "before") =>
  keysetOf(
    { field: "title", direction: "ascending" },
    Buffer.from(JSON.stringify([direction, 5000, ["m", "00000000-0000-7000-8000-000000000000"]])).toString("base64url"),
  );

/** A page far down a list that is sorted by something that may be empty. */
const lateIn = (field: "owner" | "lifecycle" | "type", value: string | null) =>
  keysetOf(
    { field, direction: "ascending" },
    Buffer.from(JSON.stringify(["after", 5000, [value, "m", "00000000-0000-7000-8000-000000000000"]])).toString(
      "base64url",
    ),
  );

/** By best match where too many match to rank each: the first page, and those around a row of the rest. */
export const bestOfMany = (direction?: "after" | "before") =>
  bestPage(
    "beginnings",
    direction &&
      Buffer.from(JSON.stringify([direction, 5000, ["13", "", "m", "00000000-0000-7000-8000-000000000000"]])).toString(
        "base64url",
      ),
  );

const asked = { properties: ["tier", "language"], relations: ["dependsOn", "partOf"] };

const firstRows = { sort: { field: "title", direction: "ascending" }, perGroup: 20 } as const;

/** Every statement of this folder that runs as the role without row-level security. */
export function statements(orgId: string): Record<string, SQL> {
  const scope = { orgId, now: new Date() };
  const search = { text: "order api", blueprints: ["component"], limit: 20 };
  return {
    "page of everything": pageStatement(none, byTitle, 50, scope),
    "page under a filter": pageStatement(everything, byOwner, 50, scope),
    "page after a row": pageStatement(everything, deep("after"), 50, scope),
    "page before a row": pageStatement(none, deep("before"), 50, scope),
    "page by owner, late": pageStatement(none, lateIn("owner", "group:a"), 50, scope),
    "page with properties and relations": pageStatement(everything, byTitle, 50, scope, askedSql(asked, orgId)),
    "page of a file": pageStatement(none, byTitle, 1000, scope, wholeSql(asked, orgId)),
    "a selection in order": sortStatement([{ blueprint: "component", identifier: "a" }], byTitleFirst, scope),
    "a selection of a file": selectionStatement([orgId], scope, wholeSql(asked, orgId)),
    "references under a filter": referencesStatement(everything, byTitle, 10_000, scope),
    "best match, every one ranked": bestStatement(everything, bestPage("all"), 50, scope),
    "best match of many": bestStatement(everything, bestOfMany(), 50, scope, askedSql(asked, orgId)),
    "best match of many, any kind": bestStatement({ ...none, text: "order" }, bestOfMany(), 50, scope),
    "best match of many after a row": bestStatement(everything, bestOfMany("after"), 50, scope),
    "best match of many before a row": bestStatement(everything, bestOfMany("before"), 50, scope),
    "total under a filter": totalStatement(everything, 2000, scope),
    "rows of groups by best match": rowsOfGroupsStatement(
      everything,
      "owner",
      [
        { value: "group:a", count: 5 },
        { value: null, count: 50_000 },
      ],
      { sort: { field: "best" }, perGroup: 20 },
      scope,
    ),
    "counts of everything": countsStatement(none, countLimit, scope),
    "counts under one choice": countsStatement({ ...none, type: ["service"] }, countLimit, scope),
    "counts under a filter": countsStatement(everything, countLimit, scope),
    "exact counts under a filter": countsStatement(everything, undefined, scope),
    "counts of what nothing points at": countsStatement(
      {
        ...none,
        blueprint: "api",
        type: ["openapi"],
        query: "count(incoming providesApi) = 0 and count(incoming partOf) = 0",
      },
      countLimit,
      scope,
    ),
    "groups by owner": groupsStatement(everything, "owner", { offset: 0, limit: 50 }, scope),
    "groups by a property": groupsStatement(none, "properties.tier", { offset: 50, limit: 50 }, scope),
    "groups by kind": groupsStatement(none, "blueprint", { offset: 0, limit: 50 }, scope),
    "rows of groups with properties and relations": rowsOfGroupsStatement(
      everything,
      "owner",
      [
        { value: "group:a", count: 5 },
        { value: null, count: 5 },
      ],
      { ...firstRows, more: askedSql(asked, orgId) },
      scope,
    ),
    "rows of groups": rowsOfGroupsStatement(
      everything,
      "owner",
      [
        { value: "group:a", count: 5 },
        { value: null, count: 5 },
      ],
      firstRows,
      scope,
    ),
    search: searchStatement(search, scope),
    likeness: fuzzyStatement(search, scope),
    "my teams and what they own": mineStatement("a@b.example", ["group:a"], scope),
  };
}

/** The battery that Backstage publishes, and every shape of what lists, counts and searches ask, each with the index that answers it. */
export function goldenStatements(orgId: string): Record<string, [string, SQL]> {
  const scope = { orgId, now: new Date() };
  const components = { ...none, blueprint: "component" };
  const counts = (filter: EntityFilter) => countsStatement(filter, countLimit, scope);
  const page = (filter: EntityFilter) => pageStatement(filter, byTitle, 50, scope);
  const search = (text: string) => ({ text, blueprints: [], limit: 20 });
  const org = sql`${orgId}::uuid`;
  const self = sql`(select id from entities where org_id = ${org} and blueprint = 'component' and identifier = 'component-0')`;
  return {
    "1 list of a kind by title": ["entities_title", page(components)],
    "2 count of a kind": ["entity_counts", counts(components)],
    "3 unfiltered page": ["entities_all_titles", page(none)],
    "4 facets of a small kind": ["entity_counts", counts({ ...none, blueprint: "resource" })],
    "5 facets of a large kind": ["entity_counts", counts(components)],
    "6 by reference": [
      "entities_org_id_blueprint_identifier_key",
      sql`select * from entities where org_id = ${org} and blueprint = 'component' and identifier = 'component-7'`,
    ],
    "7 text in a kind": ["entities_title", page({ ...components, text: "ledger gateway" })],
    "8 ancestry step": [
      "relations_pkey",
      sql`select to_id from relations where org_id = ${org} and from_id = ${self} and type = 'partOf'`,
    ],
    "9 count of incoming references": [
      "relations_end",
      sql`select count(*) from relations where org_id = ${org} and to_id = ${self}`,
    ],
    "10 unfiltered count": ["entity_counts", counts(none)],
    "11 orphans": ["relations_pointed", counts({ ...components, query: "count(incoming dependsOn) = 0" })],
    "12 any of two, ordered": [
      "entities_all_titles",
      page({ ...none, query: 'owner = "group:group-3" or tags contains "quota"' }),
    ],
    "page by owner, descending": ["entities_by_owner", pageStatement(components, byOwner, 50, scope)],
    "page by lifecycle, late": [
      "entities_by_lifecycle",
      pageStatement(components, lateIn("lifecycle", "production"), 50, scope),
    ],
    "page by lifecycle, after the last that has one": [
      "entities_by_lifecycle",
      pageStatement(components, lateIn("lifecycle", null), 50, scope),
    ],
    "page by type, late": ["entities_by_type", pageStatement(components, lateIn("type", "service"), 50, scope)],
    "page by owner, late, any kind": [
      "entities_by_owner",
      pageStatement(none, lateIn("owner", "group:group-3"), 50, scope),
    ],
    "page by owner under a text": [
      "entities_search",
      pageStatement({ ...components, text: "ledger" }, byOwner, 50, scope),
    ],
    "page with properties": ["entities_title", pageStatement(components, byTitle, 50, scope, askedSql(asked, orgId))],
    "page with relations": ["relations_pkey", pageStatement(components, byTitle, 1000, scope, askedSql(asked, orgId))],
    "page of a file with relations": [
      "relations_pkey",
      pageStatement(components, byTitle, 1000, scope, wholeSql(asked, orgId)),
    ],
    "page by last change": ["entities_by_change", pageStatement(components, byChange, 50, scope)],
    "page after a row": ["entities_title", pageStatement(components, deep("after"), 50, scope)],
    references: ["entities_by_type", referencesStatement({ ...components, type: ["library"] }, byTitle, 50, scope)],
    "page before a row": ["entities_all_titles", pageStatement(none, deep("before"), 50, scope)],
    "page of an owner": ["entities_by_owner", page({ ...components, owner: ["group:group-3"] })],
    "page of an owner, any kind": ["entities_owned", page({ ...none, owner: ["group:group-3"] })],
    "page of a type and a tag": ["entities_title", page({ ...components, type: ["library"], tag: ["go"] })],
    "counts of an owner": ["entities_owned", counts({ ...none, owner: ["group:group-3"] })],
    "counts of a type": ["entities_facets", counts({ ...components, type: ["library"] })],
    "counts of a type and a lifecycle": [
      "entities_facets",
      counts({ ...components, type: ["library"], lifecycle: ["deprecated"] }),
    ],
    "counts of tags": ["entities_tags", counts({ ...components, tag: ["go", "rust"] })],
    "counts under a text": ["entities_search", counts({ ...components, text: "ledger gateway" })],
    "counts of a type under a text that many have": [
      "listed_entities_pkey",
      counts({ ...components, type: ["service"], text: "ledger" }),
    ],
    "counts of what points at few": [
      "relations_end",
      counts({ ...components, query: "count(incoming dependsOn) < 3 and count(consumesApi) = 0" }),
    ],
    "exact counts of a type": [
      "entities_facets",
      countsStatement({ ...components, type: ["library"] }, undefined, scope),
    ],
    "exact counts under a text": [
      "entities_search",
      countsStatement({ ...components, text: "ledger gateway" }, undefined, scope),
    ],
    "best match of a text that few have": [
      "entities_search",
      bestStatement({ ...components, text: "number 77" }, bestPage("all"), 50, scope),
    ],
    "best match of a text that many have": [
      "entities_names",
      bestStatement({ ...components, text: "ledger" }, bestOfMany(), 50, scope),
    ],
    "best match of a text that many have, any kind": [
      "entities_names",
      bestStatement({ ...none, text: "ledger" }, bestOfMany(), 50, scope),
    ],
    "best match of a text that many have, after a row": [
      "entities_title",
      bestStatement({ ...components, text: "ledger" }, bestOfMany("after"), 50, scope),
    ],
    "best match of a text that many have, before a row": [
      "entities_names",
      bestStatement({ ...none, text: "ledger" }, bestOfMany("before"), 50, scope),
    ],
    search: ["entities_names", searchStatement(search("ledger gateway"), scope)],
    likeness: ["entities_search", fuzzyStatement(search("ledgr gatway"), scope)],
    "my teams and what they own": ["entities_by_owner", mineStatement("a@b.example", ["group:group-3"], scope)],
  };
}
