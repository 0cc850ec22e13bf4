import type { z } from "zod";
import type { ScorecardDefinition } from "#lib/scorecards/scorecards/schema.ts";

/** What every component should say about itself. Comes with each new organization and can be changed like any other scorecard. */
export const ownershipAndDocs: z.input<typeof ScorecardDefinition> = {
  identifier: "ownership-and-docs",
  title: "Ownership & docs",
  description: "Whoever finds a component can tell whose it is, what it does, where its code is and how to run it.",
  filter: 'blueprint = "component" and lifecycle != "deprecated"',
  levels: ["Bronze", "Silver", "Gold"],
  rules: [
    {
      identifier: "owner",
      title: "Owner is set and exists",
      description: "A team or person is named as owner, and is in the catalog.",
      level: "Bronze",
      query: "owner exists and resolved(ownedBy)",
      remedy:
        "Set `spec.owner` in its `catalog-info.yaml` to a group that is in the catalog, such as `group:payments`.",
    },
    {
      identifier: "description",
      title: "Says what it does",
      description: "The description has at least 20 characters.",
      level: "Bronze",
      query: "length(description) >= 20",
      remedy: "Write one sentence under `metadata.description`: what it does, and for whom.",
    },
    {
      identifier: "lifecycle",
      title: "Lifecycle is set",
      description: "Others can see whether they may build on it.",
      level: "Bronze",
      query: "lifecycle exists",
      remedy: "Set `spec.lifecycle` to `production`, `experimental` or `deprecated`.",
    },
    {
      identifier: "repository",
      title: "Code can be found",
      description: "A repository or source location is named.",
      level: "Silver",
      query: [
        'annotations["backstage.io/source-location"] exists',
        'annotations["github.com/project-slug"] exists',
        'annotations["gitlab.com/project-slug"] exists',
        'annotations["bitbucket.org/project-slug"] exists',
      ].join(" or "),
      remedy:
        "Add the annotation `github.com/project-slug: owner/name`, or `backstage.io/source-location` with the address of its code.",
    },
    {
      identifier: "system",
      title: "Belongs to a system",
      description: "It is part of a system that is in the catalog.",
      level: "Silver",
      query: "count(partOf) > 0 and resolved(partOf)",
      remedy:
        "Set `spec.system` to the system it is a part of; add that system to the catalog when it is not there yet.",
    },
    {
      identifier: "docs",
      title: "Docs are published",
      description:
        "Its documentation is built from its repository, or from the one of a component it shares docs with.",
      level: "Silver",
      query: 'annotations["backstage.io/techdocs-ref"] exists or annotations["backstage.io/techdocs-entity"] exists',
      remedy: "Add the annotation `backstage.io/techdocs-ref: dir:.` and write `docs/index.md`.",
    },
    {
      identifier: "tags",
      title: "Has tags",
      description: "At least one tag, so that it is found by language or topic.",
      level: "Gold",
      query: "tags exists",
      remedy: "Add its language and topic under `metadata.tags`.",
    },
    {
      identifier: "links",
      title: "Links for whoever is on call",
      description: "At least two links: what to look at and what to do. They are counted, not read.",
      level: "Gold",
      query: "length(links) >= 2",
      remedy: "Add its dashboard and its runbook under `metadata.links`.",
    },
  ],
};
