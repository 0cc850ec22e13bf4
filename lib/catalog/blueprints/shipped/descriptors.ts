import type { z } from "zod";
import type { BlueprintInput } from "#lib/catalog/blueprints/schema.ts";

export type Shipped = z.input<typeof BlueprintInput> & { position: number };
type Relation = NonNullable<NonNullable<Shipped["definition"]>["relations"]>[number];

const ownedBy: Relation = {
  identifier: "ownedBy",
  title: "Owned by",
  targets: ["group", "user"],
  isMany: true,
  inverseTitle: "Owns",
};
const dependsOn: Relation = {
  identifier: "dependsOn",
  title: "Depends on",
  targets: ["component", "resource"],
  isMany: true,
  inverseTitle: "Depends on this",
};
const partOf = (...targets: string[]): Relation => ({
  identifier: "partOf",
  title: "Part of",
  targets,
  isMany: true,
  inverseTitle: "Parts",
});
const open = { allowsOthers: true };

/** The kinds of the Backstage descriptor format. What is a relation in its `spec` is a relation here; unknown fields are allowed, as there. */
export const shippedDescriptors: Shipped[] = [
  {
    identifier: "component",
    title: "Component",
    pluralTitle: "Components",
    icon: "box",
    position: 10,
    description: "A piece of software: a service, a website, a library.",
    definition: {
      ...open,
      requiredFields: ["owner", "lifecycle", "type"],
      relations: [
        ownedBy,
        partOf("system", "component"),
        { identifier: "providesApi", title: "Provides", targets: ["api"], isMany: true, inverseTitle: "Provided by" },
        { identifier: "consumesApi", title: "Uses", targets: ["api"], isMany: true, inverseTitle: "Used by" },
        dependsOn,
      ],
    },
  },
  {
    identifier: "api",
    title: "API",
    pluralTitle: "APIs",
    icon: "plug",
    position: 20,
    description: "An interface that components provide and use.",
    definition: {
      ...open,
      columns: ["owner", "level", "type", "lifecycle", "tags", "updatedAt"],
      requiredFields: ["owner", "lifecycle", "type"],
      properties: [
        {
          identifier: "definition",
          title: "Definition",
          description: "The interface in the language that its type names.",
          type: "string",
        },
        {
          identifier: "remotes",
          title: "Remotes",
          description: "Where a server of the Model Context Protocol answers.",
          type: "array",
          items: { type: "object" },
        },
      ],
      relations: [ownedBy, partOf("system")],
    },
  },
  {
    identifier: "resource",
    title: "Resource",
    pluralTitle: "Resources",
    icon: "database",
    position: 30,
    description: "What software needs to run: a database, a bucket, a queue.",
    definition: {
      ...open,
      columns: ["owner", "level", "type", "relations.partOf", "tags", "updatedAt"],
      requiredFields: ["owner", "type"],
      relations: [ownedBy, partOf("system"), dependsOn],
    },
  },
  {
    identifier: "system",
    title: "System",
    pluralTitle: "Systems",
    icon: "layers",
    position: 40,
    description: "Components and resources that do something together.",
    definition: {
      ...open,
      columns: ["owner", "level", "relations.partOf", "tags", "updatedAt"],
      requiredFields: ["owner"],
      relations: [ownedBy, partOf("domain")],
    },
  },
  {
    identifier: "domain",
    title: "Domain",
    pluralTitle: "Domains",
    icon: "map",
    position: 50,
    description: "Systems that serve one part of the business.",
    definition: {
      ...open,
      columns: ["owner", "relations.partOf", "description", "updatedAt"],
      requiredFields: ["owner"],
      relations: [ownedBy, partOf("domain")],
    },
  },
  {
    identifier: "group",
    title: "Team",
    pluralTitle: "Teams",
    icon: "users",
    position: 60,
    description: "People who own things together.",
    definition: {
      ...open,
      columns: ["type", "relations.childOf", "description", "updatedAt"],
      requiredFields: ["type"],
      properties: [profile("How the team is shown: display name, e-mail, picture.")],
      relations: [
        {
          identifier: "childOf",
          title: "Part of team",
          targets: ["group"],
          isMany: true,
          inverseTitle: "Teams within",
        },
      ],
    },
  },
  {
    identifier: "user",
    title: "Person",
    pluralTitle: "People",
    icon: "user",
    position: 70,
    description: "Somebody who works here.",
    definition: {
      ...open,
      columns: ["relations.memberOf", "identifier", "updatedAt"],
      properties: [profile("How the person is shown: display name, e-mail, picture.")],
      relations: [
        { identifier: "memberOf", title: "Member of", targets: ["group"], isMany: true, inverseTitle: "Members" },
      ],
    },
  },
  {
    identifier: "template",
    title: "Template",
    pluralTitle: "Templates",
    icon: "file-plus",
    position: 80,
    description: "What new things are made from.",
    definition: {
      ...open,
      requiredFields: ["type"],
      properties: [
        {
          identifier: "steps",
          title: "Steps",
          type: "array",
          items: { type: "object" },
          isRequired: true,
          minItems: 1,
        },
        { identifier: "output", title: "Output", type: "object" },
        { identifier: "secrets", title: "Secrets", type: "object" },
        { identifier: "presentation", title: "Presentation", type: "object" },
        { identifier: "formDecorators", title: "Form decorators", type: "array", items: { type: "object" } },
      ],
      relations: [ownedBy],
    },
  },
  {
    identifier: "location",
    title: "Location",
    pluralTitle: "Locations",
    icon: "map-pin",
    position: 90,
    description: "Where other descriptors are.",
    definition: {
      ...open,
      columns: ["type", "properties.target", "properties.presence", "updatedAt"],
      properties: [
        { identifier: "target", title: "Target", type: "string" },
        { identifier: "targets", title: "Targets", type: "array", items: { type: "string" } },
        {
          identifier: "presence",
          title: "Presence",
          description: "Whether it is an error when nothing is there.",
          type: "string",
          options: [{ value: "required" }, { value: "optional" }],
        },
      ],
    },
  },
  {
    identifier: "airesource",
    title: "AI resource",
    pluralTitle: "AI resources",
    icon: "sparkles",
    position: 95,
    description: "A rule, skill or plugin for coding agents.",
    definition: {
      ...open,
      requiredFields: ["owner", "lifecycle", "type"],
      properties: [
        { identifier: "category", title: "Category", type: "string" },
        { identifier: "rationale", title: "Rationale", type: "string", format: "markdown" },
        { identifier: "version", title: "Version", type: "string" },
        { identifier: "license", title: "License", type: "string" },
        texts("categories", "Categories"),
        texts("disciplines", "Disciplines"),
        texts("agents", "Agents"),
      ],
      relations: [
        ownedBy,
        partOf("system"),
        { ...dependsOn, targets: ["airesource"] },
        { identifier: "hasPart", title: "Has part", targets: ["airesource"], isMany: true, inverseTitle: "Part of" },
      ],
    },
  },
];

function profile(description: string) {
  return { identifier: "profile", title: "Profile", description, type: "object" as const };
}

function texts(identifier: string, title: string) {
  return { identifier, title, type: "array" as const, items: { type: "string" as const } };
}
