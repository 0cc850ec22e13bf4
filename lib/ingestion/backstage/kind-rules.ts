import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import type { JsonObject } from "#lib/ingestion/yaml/parsed-yaml.ts";

/** How a field of `spec` becomes a relation. Without `kind` a reference has to name its kind. */
export type RelationField = { field: string; type: string; kind?: string };

export type KindRule = {
  /** Fields that have to be there: non-empty text, a list of text (possibly empty), or a non-empty list of anything. */
  required: { field: string; shape: "text" | "texts" | "steps" }[];
  relations: RelationField[];
  /** Further fields that the format defines; they become properties without remark. */
  properties: string[];
};

const text = (...fields: string[]) => fields.map((field) => ({ field, shape: "text" as const }));
const owner: RelationField = { field: "owner", type: "ownedBy", kind: "group" };
const system: RelationField = { field: "system", type: "partOf", kind: "system" };
const dependencies: RelationField[] = [
  { field: "dependsOn", type: "dependsOn" },
  { field: "dependencyOf", type: "dependencyOf" },
];

/** The kinds that Backstage defines. */
const kindRules = new Map<string, KindRule>([
  [
    "component",
    {
      required: text("type", "lifecycle", "owner"),
      relations: [
        owner,
        system,
        { field: "subcomponentOf", type: "partOf", kind: "component" },
        { field: "providesApis", type: "providesApi", kind: "api" },
        { field: "consumesApis", type: "consumesApi", kind: "api" },
        ...dependencies,
      ],
      properties: [],
    },
  ],
  [
    "api",
    { required: text("type", "lifecycle", "owner"), relations: [owner, system], properties: ["definition", "remotes"] },
  ],
  ["resource", { required: text("type", "owner"), relations: [owner, system, ...dependencies], properties: [] }],
  [
    "system",
    {
      required: text("owner"),
      relations: [owner, { field: "domain", type: "partOf", kind: "domain" }],
      properties: [],
    },
  ],
  [
    "domain",
    {
      required: text("owner"),
      relations: [owner, { field: "subdomainOf", type: "partOf", kind: "domain" }],
      properties: [],
    },
  ],
  [
    "group",
    {
      required: [...text("type"), { field: "children", shape: "texts" }],
      relations: [
        { field: "parent", type: "childOf", kind: "group" },
        { field: "children", type: "parentOf", kind: "group" },
        { field: "members", type: "hasMember", kind: "user" },
      ],
      properties: ["profile"],
    },
  ],
  [
    "user",
    {
      required: [{ field: "memberOf", shape: "texts" }],
      relations: [{ field: "memberOf", type: "memberOf", kind: "group" }],
      properties: ["profile"],
    },
  ],
  ["location", { required: [], relations: [], properties: ["target", "targets", "presence"] }],
  [
    "template",
    {
      required: [...text("type"), { field: "steps", shape: "steps" }],
      relations: [owner],
      properties: [
        "parameters",
        "steps",
        "output",
        "secrets",
        "presentation",
        "formDecorators",
        "EXPERIMENTAL_recovery",
      ],
    },
  ],
  [
    "airesource",
    {
      required: text("type", "lifecycle", "owner"),
      relations: [
        owner,
        system,
        { field: "dependsOn", type: "dependsOn", kind: "airesource" },
        { field: "skills", type: "hasPart", kind: "airesource" },
        { field: "plugins", type: "hasPart", kind: "airesource" },
      ],
      properties: [
        "agents",
        "allowedTools",
        "categories",
        "category",
        "compatibility",
        "disciplines",
        "license",
        "rationale",
        "version",
      ],
    },
  ],
]);

/** What the catalog knows of a kind that somebody described, or that ships. */
export type DescribedKind = Pick<BlueprintDefinition, "properties" | "relations">;

/** What applies to a kind that Backstage does not define. */
export const otherKindRule: KindRule = { required: [], relations: [owner], properties: [] };

/** The rule of a descriptor's kind, or null when Backstage does not define that kind in that version. */
export function kindRuleOf(root: JsonObject): KindRule | null {
  const kind = String(root.kind).toLowerCase();
  const versions =
    kind === "template" ? ["scaffolder.backstage.io/v1beta3"] : ["backstage.io/v1alpha1", "backstage.io/v1beta1"];
  return versions.includes(String(root.apiVersion)) ? (kindRules.get(kind) ?? null) : null;
}

/**
 * The rule with the relations that the kind itself has: `spec.<relation>` names what it points at, like the fields of Backstage do. Fields
 * of Backstage, and properties of the kind, keep their meaning; so does what is no text and no list of texts.
 */
export function withOwnRelations(rule: KindRule, described: DescribedKind | undefined, spec: JsonObject): KindRule {
  const taken = new Set([
    ...["owner", "ownedBy", "type", "lifecycle", "relations"],
    ...rule.properties,
    ...rule.relations.map(({ field }) => field),
    ...(described?.properties ?? []).map(({ identifier }) => identifier),
  ]);
  const own = (described?.relations ?? []).flatMap(({ identifier, targets }): RelationField[] => {
    const isText = [spec[identifier] ?? {}].flat().every((value) => typeof value === "string");
    if (taken.has(identifier) || !isText) return [];
    const [target] = targets;
    return [
      {
        field: identifier,
        type: identifier,
        ...(targets.length === 1 && target !== undefined ? { kind: target } : {}),
      },
    ];
  });
  return { ...rule, relations: [...rule.relations, ...own] };
}
