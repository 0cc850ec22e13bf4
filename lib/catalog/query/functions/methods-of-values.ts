import { type Core, compare, constant } from "../core.ts";
import type { BoundCall, Typed } from "../elaboration/elaboration.ts";
import { wholeText } from "../pattern/whole.ts";
import {
  boolean,
  describeType,
  duration,
  listOf,
  objectOf,
  ownEntry,
  text,
  unknown,
  type ValueType,
} from "../value-type.ts";
import { patternOf, receiverOf } from "./bound-call.ts";
import { type FunctionDefinition, optional, parameter } from "./definition.ts";
import { isStable } from "./of-values.ts";
import { relatedEntity } from "./related.ts";

const texts = ["text", "unknown"] as const;
const aMoment = ["moment", "text", "unknown"] as const;

function matches(isWhole: boolean): (call: BoundCall) => Typed {
  return (call) => {
    const pattern = patternOf(call);
    const of = receiverOf(call).core;
    return { core: { step: "matches", of, pattern: isWhole ? wholeText(pattern) : pattern }, type: boolean };
  };
}

function distance(isAge: boolean): (call: BoundCall) => Typed {
  return (call) => {
    const { core, type } = receiverOf(call);
    const at: Core = type.kind === "moment" ? core : { step: "convert", to: "moment", of: core };
    const [left, right]: [Core, Core] = isAge ? [{ step: "now" }, at] : [at, { step: "now" }];
    return { core: { step: "arithmetic", op: "-", left, right }, type: duration };
  };
}

const person: ValueType = {
  kind: "object",
  what: "person",
  fields: { name: { type: text, key: "tag" }, tag: { type: text } },
};

function memberNamed(call: BoundCall): Typed {
  const { core, type } = receiverOf(call);
  const key = call.text("key") ?? "";
  const field = type.kind === "object" ? ownEntry(type.fields, key) : undefined;
  if (field === undefined && type.kind === "object" && type.fields !== undefined)
    call.refuse("key", `${describeType(type)} has no ${key}; use ${Object.keys(type.fields).join(", ")}`);
  return { core: { step: "member", of: core, key: field?.key ?? key }, type: field?.type ?? unknown };
}

function furtherRelations(direction: "incoming" | "outgoing"): (call: BoundCall) => Typed {
  return (call) => {
    const relation = call.text("relationshipType") ?? null;
    const always = call.flag("includeEnded");
    const core: Core = { step: "relations", of: receiverOf(call).core, direction, relation, always };
    return { core, type: listOf(relatedEntity) };
  };
}

/** Whether a value is not before the one and not after the other. A text beside a point in time is a date. */
function between(call: BoundCall): Typed {
  const value = receiverOf(call);
  const ends = ["from", "to"].map((name) => call.value(name) ?? { core: constant(null), type: unknown });
  const isTime = [value, ...ends].some(({ type }) => type.kind === "moment");
  const [core, from, to] = [value, ...ends].map((each, index) => {
    if (!isTime || each.type.kind === "moment") return each.core;
    if (each.type.kind === "text" || each.type.kind === "unknown")
      return { step: "convert", to: "moment", of: each.core } as const;
    return call.refuse(
      index === 1 ? "from" : index === 2 ? "to" : undefined,
      `a point in time cannot be compared with ${describeType(each.type)}`,
    );
  });
  const [of = constant(null), least = constant(null), most = constant(null)] = [core, from, to];
  return {
    core: { step: "junction", op: "and", of: [compare(">=", of, least), compare("<=", of, most)] },
    type: boolean,
  };
}

/** The people of a team, as they say themselves that they are. */
function members(call: BoundCall): Typed {
  const of = receiverOf(call).core;
  return { core: { step: "relations", of, direction: "incoming", relation: "memberOf" }, type: listOf(person) };
}

/** What can be called on texts, points in time, objects and versions. */
export const methodsOfValues: readonly FunctionDefinition[] = [
  {
    source: "catalog",
    name: ".members",
    on: ["object"],
    what: "team",
    isProperty: true,
    parameters: [],
    result: listOf(person),
    build: members,
    doc: "The people of a team.",
    example: 'ownership.teams().any((team) => team.members.any((person) => person.name = "ada"))',
  },
  {
    source: "directory",
    name: ".identityProviderGroups",
    on: ["object"],
    what: "team",
    isProperty: true,
    parameters: [],
    result: listOf(objectOf("directory group", { source: text, groupIdentifier: text, name: text })),
    doc: "The groups of the directory that a team comes from.",
    example: 'ownership.teams().any((team) => team.identityProviderGroups.any((group) => group.source = "OKTA"))',
  },
  {
    source: "catalog",
    name: ".get",
    on: ["object", "unknown"],
    parameters: [parameter("key", text)],
    result: unknown,
    build: memberNamed,
    doc: "The field of an object; the same as a name behind a point.",
    example: 'custom("alerts").get("open") = 0',
  },
  {
    source: "catalog",
    name: ".matches",
    on: texts,
    parameters: [parameter("pattern", text)],
    result: boolean,
    build: matches(true),
    doc: "Whether the whole text is as the pattern says.",
    example: 'identifier.matches("[a-z]+-api")',
  },
  {
    source: "catalog",
    name: ".matchesIn",
    on: texts,
    parameters: [parameter("pattern", text)],
    result: boolean,
    build: matches(false),
    doc: "Whether some part of the text is as the pattern says.",
    example: 'title.matchesIn("(?i)legacy")',
  },
  {
    source: "catalog",
    name: ".fromNow",
    on: aMoment,
    parameters: [],
    result: duration,
    build: distance(false),
    doc: "How far a point in time is from now: negative for what is past.",
    example: 'createdAt.fromNow() > duration("P-90D")',
  },
  {
    source: "catalog",
    name: ".age",
    on: aMoment,
    parameters: [],
    result: duration,
    build: distance(true),
    doc: "How long ago a point in time is; the same as age(…).",
    example: "age(updatedAt) < 30 days",
  },
  {
    source: "catalog",
    name: ".between",
    on: ["moment", "number", "duration", "text", "unknown"],
    parameters: [parameter("from", unknown), parameter("to", unknown)],
    result: boolean,
    build: between,
    doc: "Whether it is not before the one and not after the other; both ends count.",
    example: 'createdAt.between("2026-01-01", now())',
  },
  {
    source: "catalog",
    name: ".isStable",
    on: ["object"],
    what: "version",
    parameters: [],
    result: boolean,
    build: (call) => ({ core: isStable(receiverOf(call).core), type: boolean }),
    doc: "Whether a version is 1.0.0 or later and no prerelease.",
    example: "semver(properties.version).isStable()",
  },
  {
    source: "catalog",
    name: ".asText",
    on: ["text", "number", "boolean", "unknown"],
    parameters: [],
    result: text,
    build: (call) => ({ core: { step: "convert", to: "text", of: receiverOf(call).core }, type: text }),
    doc: "A text, whole number, true or false as text; missing for lists and objects.",
    example: 'properties.port.asText() = "8080"',
  },
  {
    source: "catalog",
    name: ".asList",
    on: ["list", "unknown", "text", "number", "boolean"],
    parameters: [],
    result: listOf(unknown),
    build: (call) => ({
      core: { step: "values", of: receiverOf(call).core },
      type: call.receiver?.type.kind === "list" ? call.receiver.type : listOf(call.receiver?.type ?? unknown),
    }),
    doc: "A list as it is, any other value as a list of it, empty when it is missing.",
    example: 'properties.language.asList() contains "go"',
  },
  {
    source: "catalog",
    name: ".destinations",
    on: ["object"],
    what: "related entity",
    parameters: [optional("relationshipType", text), optional("includeEnded", boolean)],
    result: listOf(relatedEntity),
    build: furtherRelations("outgoing"),
    doc: "What a related entity points at in turn.",
    example: 'entity.destinations(relationshipType = "partOf").any((e) => e.destinations("ownedBy").length > 0)',
  },
  {
    source: "catalog",
    name: ".sources",
    on: ["object"],
    what: "related entity",
    parameters: [optional("relationshipType", text), optional("includeEnded", boolean)],
    result: listOf(relatedEntity),
    build: furtherRelations("incoming"),
    doc: "What points at a related entity in turn.",
    example: "dependencies.out().all((e) => e.sources().length < 10)",
  },
];
