import { z } from "zod";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import type { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";
import { facetNames, noOwner } from "#lib/catalog/entities/lists/entity-filter.ts";
import { listColumns } from "#lib/catalog/entities/schema.ts";
import { groupSource } from "#lib/catalog/groups/schema.ts";
import { type NamedMember, namedMembers } from "#lib/catalog/query/elaboration/named-members.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";
import { findMissingMembers, findMissingValues } from "#lib/catalog/views/missing-members.ts";
import { query } from "#lib/kernel/operation.ts";

/** What of a list's state means nothing any more, and how that is mended. Offsets count UTF-16 units in the query. */
const ViewProblem = z.object({
  part: z.enum(["blueprint", "query", "group", "columns", ...facetNames]),
  /** What is gone, as the state has it: a column or a value of a facet. */
  value: z.string().optional(),
  message: z.string(),
  offset: z.number().int(),
  end: z.number().int(),
});
export type ViewProblem = z.infer<typeof ViewProblem>;

const values = z.array(z.string().max(300)).max(50, "Choose at most 50 values").default([]);

/**
 * Finds what a saved view, or an address, asks for that is no longer there: its kind, properties and relations in its query, its grouping
 * or its columns, values of its facets, or that its query cannot be read. A property or relation counts as there when the kind has it or
 * any entity does.
 */
export const checkView = query({
  name: "view.check",
  permission: "view:read",
  route: { method: "POST", path: "/views/check", summary: "Check what of a list's state no longer works" },
  input: z.strictObject({
    blueprint: z.string().max(63).optional().describe("The kind that is listed; absent lists every kind"),
    query: z
      .string()
      .max(64 * 1024, "Use at most 64 KB")
      .optional(),
    group: z.string().max(200).optional(),
    columns: z.array(z.string().max(220)).max(40, "Name at most 40 columns").default([]),
    owner: values,
    lifecycle: values,
    type: values,
    tag: values,
  }),
  output: z.object({ problems: z.array(ViewProblem) }),
  async run({ ctx, tx, input }) {
    const { blueprint, query: text = "", group = "" } = input;
    const kinds = await readBlueprints(tx, ctx.org.id);
    const kind = blueprint === undefined ? undefined : kinds.get(blueprint);
    if (blueprint !== undefined && kind === undefined) {
      const message = `There is no kind ${blueprint} any more. Choose another one; the filters stay.`;
      return { problems: [{ part: "blueprint" as const, message, offset: 0, end: 0 }] };
    }
    const read = parseQuery(text);
    const unreadable = text.trim() !== "" && !read.ok ? [{ part: "query" as const, ...read.error }] : [];
    const named: Named[] = [
      ...namedMembers(text).map((member) => ({ part: "query" as const, ...member })),
      ...membersOfGroup(group),
      ...input.columns.flatMap(memberOfColumn),
    ];
    const every = [...kinds.values()];
    // What a query names may be at the other end of a relation; a column is the kind's own.
    const [own, any] = [declaredMembers(kind === undefined ? every : [kind]), declaredMembers(every)];
    const unknown = named.filter(
      ({ part, kind: of, name }) => !(of === "relation" && part === "query" ? any : own).has(`${of} ${name}`),
    );
    const chosen = facetNames.flatMap((facet) => input[facet].map((value) => ({ facet, value })));
    const namesOf = (of: NamedMember["kind"]) => unknown.filter((one) => one.kind === of).map(({ name }) => name);
    const scope = { orgId: ctx.org.id, blueprint };
    const [missing, missingValues] = await Promise.all([
      findMissingMembers({ properties: namesOf("property"), relations: namesOf("relation") }, scope),
      findMissingValues(
        tx,
        chosen.filter(({ value }) => value !== "" && value !== noOwner),
        scope,
      ),
    ]);
    const whose = kind === undefined ? "Nothing in the catalog" : `No ${kind.title.toLowerCase()}`;
    const nowhere = { offset: 0, end: 0 };
    return {
      problems: [
        ...unreadable,
        ...unknown
          .filter((one) => (one.kind === "property" ? missing.properties : missing.relations).has(one.name))
          .map(({ part, kind: of, name, offset, end, column }) => ({
            part,
            ...(column === undefined ? {} : { value: column }),
            message: `${whose} has a ${of} ${name}${toDo[part]}`,
            offset,
            end,
          })),
        ...input.columns
          .filter((column) => memberOfColumn(column).length === 0 && !listColumns.some((known) => known === column))
          .map((column) => ({
            part: "columns" as const,
            value: column,
            message: `There is no column ${column}.`,
            ...nowhere,
          })),
        ...missingValues.map(({ facet, value }) => ({
          part: facet,
          value,
          message: `${whose} ${hasValue[facet](value)} any more.`,
          ...nowhere,
        })),
      ],
    };
  },
});

type Named = NamedMember & { part: "query" | "group" | "columns"; column?: string };

const toDo = {
  query: ". Write another one, or take the condition out.",
  group: " to be grouped by.",
  columns: " to be shown.",
};

const hasValue = {
  type: (value: string) => `is of the type ${value}`,
  lifecycle: (value: string) => `has the lifecycle ${value}`,
  owner: (value: string) => `is owned by ${value}`,
  tag: (value: string) => `has the tag ${value}`,
};

function membersOfGroup(group: string): Named[] {
  const source = group === "" ? { field: "owner" } : groupSource(group);
  return "property" in source ? [{ part: "group", kind: "property", name: source.property, offset: 0, end: 0 }] : [];
}

function memberOfColumn(column: string): Named[] {
  const [, of, name] = /^(properties|relations)\.(.+)$/su.exec(column) ?? [];
  if (of === undefined || name === undefined) return [];
  return [{ part: "columns", kind: of === "properties" ? "property" : "relation", name, offset: 0, end: 0, column }];
}

function declaredMembers(kinds: BlueprintDetail[]): Set<string> {
  return new Set(
    kinds.flatMap(({ definition: { properties, derived, relations } }) => [
      ...[...properties, ...derived].map(({ identifier }) => `property ${identifier}`),
      ...relations.map(({ identifier }) => `relation ${identifier}`),
    ]),
  );
}
