import { z } from "zod";

const text = (max: number) => z.string().max(max, `Use at most ${max} characters`);

export const EntityLink = z.object({
  url: text(2000),
  title: text(200).optional(),
  icon: text(100).optional(),
  type: text(100).optional(),
});

export const RelationTarget = z.object({ type: text(63), blueprint: text(63), identifier: text(200) });

/** An entity as a source describes it: everything the catalog stores, before it is stored. */
export const ImportedEntity = z.object({
  blueprint: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, "Use a lower-case name such as component"),
  identifier: text(200).min(1),
  title: text(300).min(1),
  description: text(20_000).nullable(),
  ownerRef: text(300).nullable(),
  lifecycle: text(100).nullable(),
  type: text(100).nullable(),
  tags: z.array(text(100)).max(1000),
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
  links: z.array(EntityLink).max(1000),
  properties: z.record(z.string(), z.unknown()),
  relations: z.array(RelationTarget).max(20_000),
  origin: z.object({ file: z.string(), line: z.number().int().nullable() }).nullable(),
});
export type ImportedEntity = z.infer<typeof ImportedEntity>;

/** Where entities come from. `location` tells two sources of a kind apart. */
export type EntitySource = {
  kind: "git" | "files" | "paste" | "api" | "action" | "seed";
  name: string;
  location: string;
  revision?: string | undefined;
};

export type UpsertResult = {
  sourceId: string;
  created: number;
  changed: number;
  unchanged: number;
  entityIds: string[];
};
