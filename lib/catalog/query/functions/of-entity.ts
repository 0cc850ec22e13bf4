import type { FieldName } from "../ast.ts";
import { type Core, compare, constant } from "../core.ts";
import type { BoundCall, Typed } from "../elaboration/elaboration.ts";
import { boolean, duration, listOf, moment, number, objectOf, text, unknown, type ValueType } from "../value-type.ts";
import { type FunctionDefinition, optional, parameter } from "./definition.ts";
import { related, relatedEntity, relatedParameters, relatedTo } from "./related.ts";

const place = (field: FieldName): Core => ({ step: "place", place: { field } });
const now: Core = { step: "now" };

function field(name: FieldName): () => Typed {
  return () => ({ core: place(name), type: text });
}

/** A point in time as such, or how far it is from now: negative for what is past. */
function time(name: "createdAt" | "updatedAt"): (call: BoundCall) => Typed {
  return (call) =>
    call.flag("asTimestamp")
      ? { core: place(name), type: moment }
      : { core: { step: "arithmetic", op: "-", left: place(name), right: now }, type: duration };
}

const link: ValueType = {
  kind: "object",
  what: "link",
  fields: { name: { type: text, key: "title" }, title: { type: text }, url: { type: text }, type: { type: text } },
};
const group: ValueType = { kind: "object", what: "group", fields: { name: { type: text, key: "name" } } };
const owner: ValueType = objectOf("owner", { name: text });

/** One-element objects out of texts; `map` over a list. */
function objects(list: Core, key: string, id: number): Core {
  const variable: Core = { step: "variable", id, name: "item" };
  return { step: "each", what: "map", list, id, name: "item", body: { step: "object", key, value: variable } };
}

function links(call: BoundCall): Typed {
  const all: Core = { step: "place", place: { path: ["links"] } };
  const type = call.text("type");
  if (type === undefined) return { core: all, type: listOf(link) };
  const variable: Core = { step: "variable", id: -1, name: "link" };
  const body = compare("=", { step: "member", of: variable, key: "type" }, constant(type));
  return { core: { step: "each", what: "filter", list: all, id: -1, name: "link", body }, type: listOf(link) };
}

/** The owner where it is a group. Its members are a method of it. */
const team: ValueType = {
  kind: "object",
  what: "team",
  fields: { name: { type: text, key: "tag" }, tag: { type: text } },
};
const owningTeams: Core = {
  step: "each",
  what: "filter",
  list: { step: "presence", of: { step: "owner" } },
  id: -5,
  name: "owner",
  body: compare(
    "=",
    { step: "member", of: { step: "variable", id: -5, name: "owner" }, key: "type" },
    constant("group"),
  ),
};
const verification: ValueType = objectOf("verification", { lastVerifiedAt: moment });

function custom(call: BoundCall): Typed {
  const key = call.text("key") ?? "";
  return { core: { step: "place", place: { path: ["properties", key] } }, type: call.propertyType(key) };
}

/** Functions that the catalog answers about the entity. */
export const functionsOfEntity: readonly FunctionDefinition[] = [
  {
    source: "catalog",
    name: "entity.tag",
    parameters: [],
    result: text,
    build: field("identifier"),
    doc: "The identifier.",
    example: 'entity.tag() = "payments"',
  },
  {
    source: "catalog",
    name: "entity.type",
    parameters: [],
    result: text,
    build: field("blueprint"),
    doc: "The blueprint.",
    example: 'entity.type() = "component"',
  },
  {
    source: "catalog",
    name: "entity.name",
    parameters: [],
    result: text,
    build: field("title"),
    doc: "The title.",
    example: 'entity.name().matchesIn("(?i)api")',
  },
  {
    source: "catalog",
    name: "entity.description",
    parameters: [],
    result: text,
    build: field("description"),
    doc: "The description.",
    example: "entity.description().length > 20",
  },
  {
    source: "catalog",
    name: "entity.isArchived",
    parameters: [],
    result: boolean,
    build: () => ({ core: constant(false), type: boolean }),
    doc: "Always false: only entities that are not archived are looked at.",
    example: "!entity.isArchived()",
  },
  {
    source: "catalog",
    name: "entity.created",
    parameters: [optional("asTimestamp", boolean)],
    result: duration,
    build: time("createdAt"),
    doc: "How far its creation is from now, negative because it is past; with asTimestamp = true the point in time.",
    example: 'entity.created() > duration("P-30D")',
  },
  {
    source: "catalog",
    name: "entity.lastUpdated",
    parameters: [optional("asTimestamp", boolean)],
    result: duration,
    build: time("updatedAt"),
    doc: "How far its last change is from now, negative because it is past; with asTimestamp = true the point in time.",
    example: 'entity.lastUpdated() > duration("P-7D")',
  },
  {
    source: "catalog",
    name: "entity.destinations",
    parameters: relatedParameters,
    result: listOf(relatedEntity),
    build: related("outgoing"),
    doc: "What it points at, by one relation or all; with depth = 3 in up to three steps, with anyDistance = true in any number; with includeEnded = true also by relations that ended or have not begun.",
    example: 'entity.destinations(relationshipType = "dependsOn").length > 0',
  },
  {
    source: "catalog",
    name: "entity.sources",
    parameters: relatedParameters,
    result: listOf(relatedEntity),
    build: related("incoming"),
    doc: "What points at it, by one relation or all; with depth = 3 in up to three steps, with anyDistance = true in any number; with includeEnded = true also by relations that ended or have not begun.",
    example: 'entity.sources(relationshipType = "partOf").any((e) => e.type = "component")',
  },
  {
    source: "catalog",
    name: "relatedTo",
    parameters: [parameter("entity", text), optional("relationshipType", text), optional("direction", text)],
    result: boolean,
    build: relatedTo,
    doc: 'Whether it leads to an entity over any distance, by one relation or all; with direction = "incoming" whether that one leads to it.',
    example: 'relatedTo("system:shop", relationshipType = "partOf")',
  },
  {
    source: "catalog",
    name: "dependencies.out",
    parameters: [optional("includeArchived", boolean)],
    result: listOf(relatedEntity),
    build: () => ({
      core: { step: "relations", of: null, direction: "outgoing", relation: "dependsOn" },
      type: listOf(relatedEntity),
    }),
    doc: "What it depends on.",
    example: "dependencies.out().length < 10",
  },
  {
    source: "catalog",
    name: "dependencies.in",
    parameters: [optional("includeArchived", boolean)],
    result: listOf(relatedEntity),
    build: () => ({
      core: { step: "relations", of: null, direction: "incoming", relation: "dependsOn" },
      type: listOf(relatedEntity),
    }),
    doc: "What depends on it.",
    example: 'dependencies.in().all((e) => e.type = "component")',
  },
  {
    source: "catalog",
    name: "ownership.allOwners",
    parameters: [],
    result: listOf(owner),
    build: () => ({ core: objects({ step: "presence", of: place("owner") }, "name", -2), type: listOf(owner) }),
    doc: "Its owners, named as in group:payments.",
    example: "ownership.allOwners().length > 0",
  },
  {
    source: "catalog",
    name: "ownership.teams",
    parameters: [],
    result: listOf(team),
    build: () => ({ core: owningTeams, type: listOf(team) }),
    doc: "The group that owns it, with its name and members; a person who owns it is no team.",
    example: "ownership.teams().any((team) => team.members.length > 2)",
  },
  {
    source: "catalog",
    name: "verifications",
    parameters: [],
    result: verification,
    build: () => ({
      core: { step: "object", key: "lastVerifiedAt", value: { step: "verified" } },
      type: verification,
    }),
    doc: "What is known of its verification: lastVerifiedAt.",
    example: "verifications().lastVerifiedAt != null",
  },
  {
    source: "catalog",
    name: "verifications.lastVerifiedAt",
    parameters: [],
    result: moment,
    build: () => ({ core: { step: "verified" }, type: moment }),
    doc: "When somebody last said that it is still true.",
    example: 'verifications().lastVerifiedAt().fromNow() > duration("P-90D")',
  },
  {
    source: "catalog",
    name: "hasGroup",
    parameters: [parameter("name", text)],
    result: boolean,
    build: (call) => ({
      core: { step: "contains", left: place("tags"), right: constant(call.text("name") ?? "") },
      type: boolean,
    }),
    doc: "Whether it has a tag.",
    example: 'hasGroup("tier-1")',
  },
  {
    source: "catalog",
    name: "groups",
    parameters: [],
    result: listOf(group),
    build: () => ({ core: objects(place("tags"), "name", -3), type: listOf(group) }),
    doc: "Its tags.",
    example: 'groups().any((group) => group.name.matchesIn("tier-"))',
  },
  {
    source: "catalog",
    name: "links",
    parameters: [optional("type", text)],
    result: listOf(link),
    build: links,
    doc: "Its links, of one type or all.",
    example: 'links("runbook").length > 0',
  },
  {
    source: "catalog",
    name: "custom",
    parameters: [parameter("key", text)],
    result: unknown,
    build: custom,
    doc: "A property; the whole key is one name, points included.",
    example: 'custom("cost-center") != null',
  },
  {
    source: "catalog",
    name: "count",
    parameters: [parameter("relation", text), optional("direction", text)],
    result: number,
    build: (call) => ({
      core: {
        step: "length",
        of: {
          step: "relations",
          of: null,
          direction: call.text("direction") === "incoming" ? "incoming" : "outgoing",
          relation: call.text("relation") ?? "",
        },
      },
      type: number,
    }),
    doc: "How many relations of a name it has; `count(incoming dependsOn)` counts at the other end.",
    example: "count(dependsOn) > 2",
  },
  {
    source: "catalog",
    name: "resolved",
    parameters: [parameter("relation", text)],
    result: boolean,
    build: (call) => ({ core: { step: "resolved", relation: call.text("relation") ?? "" }, type: boolean }),
    doc: "Whether no such relation points at something that is not in the catalog.",
    example: "resolved(ownedBy)",
  },
];
