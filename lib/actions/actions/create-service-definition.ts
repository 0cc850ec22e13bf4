import type { AskedFields, InputSchema } from "#lib/actions/actions/schema.ts";

const properties: Record<string, InputSchema> = {
  name: {
    type: "string",
    title: "Name",
    description: "Names the repository and the catalog entry. It cannot be changed later.",
    minLength: 2,
    maxLength: 50,
    pattern: "^[a-z]([a-z0-9-]*[a-z0-9])?$",
    errorMessage: { pattern: "Use lower-case letters, digits and inner hyphens, beginning with a letter" },
  },
  title: { type: "string", title: "Title", description: "What people call it.", minLength: 2, maxLength: 80 },
  description: {
    type: "string",
    title: "Description",
    description: "One or two sentences: what it does, and for whom.",
    minLength: 10,
    maxLength: 300,
  },
  owner: {
    type: "string",
    title: "Owner",
    description: "The team that answers for it.",
    maxLength: 210,
    pattern: "^group:.+$",
    errorMessage: { pattern: "Choose a team" },
  },
  system: {
    type: "string",
    title: "System",
    description: "What it is part of.",
    maxLength: 210,
    pattern: "^system:.+$",
    errorMessage: { pattern: "Choose a system" },
  },
  template: {
    type: "string",
    title: "Template",
    oneOf: [
      {
        const: "node-http-service",
        title: "Node HTTP service",
        description: "Health check, metrics, tests, container",
      },
      { const: "static-docs", title: "Documentation site", description: "Markdown only, published from main" },
    ],
    default: "node-http-service",
  },
  dataClass: {
    type: "string",
    title: "Data class",
    oneOf: [
      { const: "internal", title: "Internal", description: "No personal data" },
      { const: "personal", title: "Personal", description: "Names, contacts" },
      { const: "regulated", title: "Regulated", description: "Cards, accounts, identity papers" },
    ],
    default: "internal",
  },
};

/** The action that every organization starts with: from a form to a repository and a catalog entry on the paved road. */
export const createServiceDefinition = {
  identifier: "create-service",
  title: "Create a service",
  description:
    "Repository, pipeline, documentation and catalog entry on the paved road. Takes seconds; saves about a day by hand.",
  icon: "package-plus",
  category: "Golden paths",
  backend: { kind: "create-service" },
  inputSchema: {
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    required: ["name", "title", "description", "owner", "template", "dataClass"],
    properties,
    asked: [
      when("template", "node-http-service", {
        port: {
          type: "integer",
          title: "Port",
          description: "Where the service listens.",
          minimum: 1024,
          maximum: 65535,
          default: 8080,
        },
      }),
      when("dataClass", "regulated", {
        region: {
          type: "string",
          title: "Region",
          oneOf: [
            { const: "eu-central", title: "eu-central", description: "Frankfurt" },
            { const: "eu-north", title: "eu-north", description: "Stockholm" },
          ],
        },
        dataSteward: {
          type: "string",
          title: "Data steward",
          description: "Answers questions about this data.",
          maxLength: 210,
          pattern: "^user:.+$",
          errorMessage: { pattern: "Choose a person" },
        },
      }),
    ],
  },
  uiSchema: {
    "ui:pages": [
      { title: "Basics", fields: ["name", "title", "description", "owner", "system"] },
      { title: "Runtime and data", fields: ["template", "port", "dataClass", "region", "dataSteward"] },
    ],
    name: { "ui:autocomplete": "off", "ui:placeholder": "payout-scheduler" },
    title: { "ui:placeholder": "Payout scheduler" },
    description: { "ui:widget": "textarea" },
    owner: { "ui:widget": "entity", "ui:options": { blueprint: "group" } },
    system: { "ui:widget": "entity", "ui:options": { blueprint: "system" } },
    template: { "ui:widget": "cards" },
    dataClass: { "ui:widget": "cards" },
    port: { "ui:widget": "updown", "ui:options": { because: "template" } },
    region: {
      "ui:widget": "cards",
      "ui:options": {
        because: "dataClass",
        refused: [{ value: "us-east", label: "us-east", hint: "Not for regulated data: it stays in the EU" }],
      },
    },
    dataSteward: { "ui:widget": "entity", "ui:options": { blueprint: "user", because: "dataClass" } },
  },
};

/** Fields that are asked, and have to be filled in, when another field has this answer. */
function when(field: string, answer: string, asked: Record<string, InputSchema>): AskedFields {
  return {
    when: { op: "=", term: { path: ["properties", field] }, value: answer },
    required: Object.keys(asked),
    properties: asked,
  };
}
