import { inverseRelation } from "#lib/catalog/relations/relation-names.ts";
import type { Expression } from "../expression.ts";
import { binary, call, escapePattern, junction, lambda, list, literal, member, name } from "./expressions.ts";
import { type Place, refuse } from "./translation.ts";

/** Fields of `spec` that become relations when a descriptor is read, with the kind that a short reference means. */
const specRelations: Record<string, { relation: string; kind?: string }> = {
  owner: { relation: "ownedBy", kind: "group" },
  system: { relation: "partOf", kind: "system" },
  domain: { relation: "partOf", kind: "domain" },
  subcomponentof: { relation: "partOf", kind: "component" },
  subdomainof: { relation: "partOf", kind: "domain" },
  providesapis: { relation: "providesApi", kind: "api" },
  consumesapis: { relation: "consumesApi", kind: "api" },
  dependson: { relation: "dependsOn" },
  dependencyof: { relation: "dependencyOf" },
  parent: { relation: "childOf", kind: "group" },
  children: { relation: "parentOf", kind: "group" },
  members: { relation: "hasMember", kind: "user" },
  memberof: { relation: "memberOf", kind: "group" },
};

/** How a value of Backstage is asked for: it is there, it is one of these, or it begins so. Case never matters. */
export type Wanted = { is: "there" } | { is: "value"; value: string } | { is: "prefix"; value: string };

/** A pattern for a text, whatever the case of its letters. */
function patternOf(wanted: Exclude<Wanted, { is: "there" }>): Expression {
  return literal(`(?i)${escapePattern(wanted.value)}${wanted.is === "prefix" ? ".*" : ""}`);
}

function matchText(text: Expression, wanted: Wanted): Expression {
  return wanted.is === "there"
    ? { kind: "operation", operator: "exists", operands: [text] }
    : call(text, "matches", patternOf(wanted));
}

/** Something of which the entity may have one or several, each a text, a number, true or false. */
function matchAny(stored: Expression, wanted: Wanted): Expression {
  // To be there means for Backstage: null and empty lists and objects are not, an empty text is.
  if (wanted.is === "there")
    return junction("or", matchText(stored, wanted), binary("=", call(stored, "asText"), literal("")));
  const item = call(name("v"), "asText");
  return call(call(stored, "asList"), "any", lambda("v", call(item, "matches", patternOf(wanted))));
}

/** `kind:namespace/name` as blueprint and identifier here. */
function parseReference(
  text: string,
  kind: string | undefined,
  place: Place,
): { blueprint: string; identifier: string } {
  const match = /^(?:([^:/]+):)?(?:([^/]+)\/)?([^/]+)$/.exec(text.toLowerCase());
  const blueprint = match?.[1] ?? kind;
  if (match === null || blueprint === undefined)
    return refuse(place, `${JSON.stringify(text)} is no reference such as kind:namespace/name.`);
  const [, , namespace, identifier = ""] = match;
  return {
    blueprint,
    identifier: namespace === undefined || namespace === "default" ? identifier : `${namespace}/${identifier}`,
  };
}

function ends(direction: "destinations" | "sources", relation: string): Expression {
  const named = [{ name: "relationshipType", value: literal(relation) }];
  return { kind: "call", of: name("entity"), name: direction, arguments: [], named };
}

/** A relation, stated at either of its ends. */
export function matchRelation(relation: string, wanted: Wanted, place: Place, kind?: string): Expression {
  const inverse = inverseRelation(relation);
  const sides = [ends("destinations", relation), ...(inverse === null ? [] : [ends("sources", inverse)])];
  if (wanted.is === "there")
    return junction("or", ...sides.map((side) => binary(">", member(side, "length"), literal(0))));
  if (wanted.is === "prefix") return refuse(place, "A relation cannot be asked for by the beginning of a reference.");
  const { blueprint, identifier } = parseReference(wanted.value, kind, place);
  const e = name("e");
  const isIt = junction(
    "and",
    binary("=", member(e, "type"), literal(blueprint)),
    binary("=", member(e, "tag"), literal(identifier)),
  );
  return junction("or", ...sides.map((side) => call(side, "any", lambda("e", isIt))));
}

function matchName(wanted: Wanted): Expression {
  if (wanted.is === "there") return literal(true);
  // The identifier has the namespace before the name, unless it is the default one.
  const ending = wanted.is === "prefix" ? "[^/]*" : "";
  return call(name("identifier"), "matches", literal(`(?i)(?:[^/]+/)?${escapePattern(wanted.value)}${ending}`));
}

function matchNamespace(wanted: Wanted, place: Place): Expression {
  if (wanted.is === "there") return literal(true);
  if (wanted.is === "prefix") return refuse(place, "A namespace cannot be asked for by its beginning.");
  const namespace = wanted.value.toLowerCase();
  const hasOther = binary("contains", name("identifier"), literal("/"));
  if (namespace === "default") return { kind: "operation", operator: "not", operands: [hasOther] };
  return binary("startsWith", name("identifier"), literal(`${namespace}/`));
}

function matchMetadata(rest: string, wanted: Wanted, place: Place): Expression {
  const [first = "", ...others] = rest.split(".");
  const below = others.join(".");
  switch (first.toLowerCase()) {
    case "name":
      return matchName(wanted);
    case "namespace":
      return matchNamespace(wanted, place);
    case "title":
    case "description":
      return matchText(name(first.toLowerCase()), wanted);
    case "tags": {
      // `metadata.tags.java` is there, or true, when java is among the tags.
      if (below === "") return wanted.is === "there" ? matchText(name("tags"), wanted) : matchAny(name("tags"), wanted);
      const hasTag = binary("contains", name("tags"), literal(below.toLowerCase()));
      if (wanted.is === "there" || (wanted.is === "value" && wanted.value.toLowerCase() === "true")) return hasTag;
      return refuse(place, `${rest} is there or true, nothing else.`);
    }
    case "annotations":
    case "labels": {
      if (below === "") return matchText(name(first.toLowerCase()), wanted);
      return matchAny(member(name(first.toLowerCase()), below), wanted);
    }
    default:
      return refuse(place, `metadata.${rest} is not kept here.`);
  }
}

function matchSpec(rest: string, wanted: Wanted, place: Place): Expression {
  const lower = rest.toLowerCase();
  if (lower === "type" || lower === "lifecycle") return matchText(name(lower), wanted);
  const relation = Object.hasOwn(specRelations, lower) ? specRelations[lower] : undefined;
  if (relation !== undefined) return matchRelation(relation.relation, wanted, place, relation.kind);
  return matchAny(member(name("properties"), ...rest.split(".")), wanted);
}

/** What one key of a filter asks for. */
export function matchKey(key: string, wanted: Wanted, place: Place): Expression {
  const dot = key.indexOf(".");
  const [root, rest] = dot < 0 ? [key.toLowerCase(), ""] : [key.slice(0, dot).toLowerCase(), key.slice(dot + 1)];
  if (root === "kind" && rest === "") {
    if (wanted.is === "value") return binary("=", name("blueprint"), literal(wanted.value.toLowerCase()));
    return matchText(name("blueprint"), wanted);
  }
  if (root === "metadata" && rest !== "") return matchMetadata(rest, wanted, place);
  if (root === "spec" && rest !== "") return matchSpec(rest, wanted, place);
  if (root === "relations" && rest !== "") return matchRelation(rest, wanted, place);
  return refuse(place, `${key} is not kept here.`);
}

/** Values of one key, of which one is enough. */
export function matchOneOf(key: string, values: readonly string[], place: Place): Expression {
  if (key.toLowerCase() === "kind" && values.length > 1)
    return binary("in", name("blueprint"), list(values.map((value) => value.toLowerCase())));
  return junction("or", ...values.map((value) => matchKey(key, { is: "value", value }, place)));
}
