import type { Shipped } from "#lib/catalog/blueprints/shipped/descriptors.ts";

const open = { allowsOthers: true };
const time = (identifier: string, title: string) => ({
  identifier,
  title,
  type: "string" as const,
  format: "date-time" as const,
});
const address = (identifier: string, title: string) => ({
  identifier,
  title,
  type: "string" as const,
  format: "url" as const,
});

/** What software is delivered with: where it runs, where it is written, and what happens to it. */
export const shippedDelivery: Shipped[] = [
  {
    identifier: "environment",
    title: "Environment",
    pluralTitle: "Environments",
    icon: "server",
    position: 110,
    description: "Where software runs.",
    definition: {
      ...open,
      columns: ["properties.stage", "properties.region", "relations.partOf", "properties.url", "updatedAt"],
      properties: [
        {
          identifier: "stage",
          title: "Stage",
          type: "string",
          options: [
            { value: "production", color: "red" },
            { value: "staging", color: "orange" },
            { value: "test", color: "blue" },
            { value: "development", color: "gray" },
          ],
        },
        { identifier: "region", title: "Region", type: "string" },
        address("url", "Address"),
      ],
      relations: [
        { identifier: "partOf", title: "Part of", targets: ["system"], isMany: true, inverseTitle: "Environments" },
      ],
    },
  },
  {
    identifier: "repository",
    title: "Repository",
    pluralTitle: "Repositories",
    icon: "git-branch",
    position: 120,
    description: "Where source code is kept.",
    definition: {
      ...open,
      columns: [
        "owner",
        "properties.language",
        "properties.visibility",
        "relations.contains",
        "properties.lastPushedAt",
      ],
      properties: [
        address("url", "Address"),
        { identifier: "defaultBranch", title: "Default branch", type: "string" },
        { identifier: "language", title: "Language", type: "string" },
        {
          identifier: "visibility",
          title: "Visibility",
          type: "string",
          options: [{ value: "public" }, { value: "internal" }, { value: "private" }],
        },
        { identifier: "readme", title: "Readme", type: "string", format: "markdown" },
        time("lastPushedAt", "Last pushed"),
      ],
      relations: [
        {
          identifier: "contains",
          title: "Contains",
          targets: ["component", "api", "resource"],
          isMany: true,
          inverseTitle: "Kept in",
        },
      ],
    },
  },
  {
    identifier: "deployment",
    title: "Deployment",
    pluralTitle: "Deployments",
    icon: "rocket",
    position: 130,
    description: "A version of a component that was brought into an environment.",
    definition: {
      ...open,
      columns: [
        "properties.status",
        "properties.version",
        "relations.deploys",
        "relations.deployedTo",
        "properties.startedAt",
        "properties.finishedAt",
      ],
      properties: [
        { identifier: "version", title: "Version", type: "string" },
        { identifier: "commit", title: "Commit", type: "string" },
        {
          identifier: "status",
          title: "Status",
          type: "string",
          options: [
            { value: "running", color: "blue" },
            { value: "succeeded", color: "green" },
            { value: "failed", color: "red" },
            { value: "rolled-back", color: "orange" },
          ],
        },
        time("startedAt", "Started"),
        time("finishedAt", "Finished"),
        address("url", "Address"),
      ],
      relations: [
        { identifier: "deploys", title: "Deploys", targets: ["component"], inverseTitle: "Deployments" },
        { identifier: "deployedTo", title: "Deployed to", targets: ["environment"], inverseTitle: "Deployments" },
      ],
    },
  },
  {
    identifier: "incident",
    title: "Incident",
    pluralTitle: "Incidents",
    icon: "siren",
    position: 140,
    description: "Something that went wrong for users.",
    definition: {
      ...open,
      columns: [
        "properties.severity",
        "properties.status",
        "relations.affects",
        "properties.startedAt",
        "properties.resolvedAt",
      ],
      properties: [
        {
          identifier: "severity",
          title: "Severity",
          type: "string",
          options: [
            { value: "sev1", color: "red" },
            { value: "sev2", color: "orange" },
            { value: "sev3", color: "yellow" },
            { value: "sev4", color: "gray" },
          ],
        },
        {
          identifier: "status",
          title: "Status",
          type: "string",
          options: [
            { value: "open", color: "red" },
            { value: "mitigated", color: "orange" },
            { value: "resolved", color: "green" },
          ],
        },
        time("startedAt", "Started"),
        time("resolvedAt", "Resolved"),
        address("url", "Address"),
      ],
      relations: [
        {
          identifier: "affects",
          title: "Affects",
          targets: ["component", "system"],
          isMany: true,
          inverseTitle: "Incidents",
        },
      ],
    },
  },
  {
    identifier: "pull-request",
    title: "Pull request",
    pluralTitle: "Pull requests",
    icon: "git-pull-request",
    position: 150,
    description: "A change that is proposed to a repository.",
    definition: {
      ...open,
      columns: [
        "properties.status",
        "properties.author",
        "relations.changes",
        "properties.openedAt",
        "properties.mergedAt",
      ],
      properties: [
        {
          identifier: "status",
          title: "Status",
          type: "string",
          options: [
            { value: "draft", color: "gray" },
            { value: "open", color: "blue" },
            { value: "merged", color: "purple" },
            { value: "closed", color: "red" },
          ],
        },
        { identifier: "author", title: "Author", type: "string", format: "user" },
        { identifier: "additions", title: "Lines added", type: "number", minimum: 0 },
        { identifier: "deletions", title: "Lines deleted", type: "number", minimum: 0 },
        time("openedAt", "Opened"),
        time("mergedAt", "Merged"),
        time("closedAt", "Closed"),
        address("url", "Address"),
      ],
      relations: [
        { identifier: "changes", title: "Changes", targets: ["repository"], inverseTitle: "Pull requests" },
        {
          identifier: "affects",
          title: "Affects",
          targets: ["component"],
          isMany: true,
          inverseTitle: "Pull requests",
        },
      ],
    },
  },
];
