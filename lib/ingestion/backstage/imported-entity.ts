import type { RelationDetails } from "#lib/catalog/relations/relation-details.ts";
import type { JsonValue } from "#lib/ingestion/yaml/parsed-yaml.ts";

export type ImportedLink = { url: string; title?: string; icon?: string; type?: string };
export type ImportedRelation = { type: string; blueprint: string; identifier: string } & RelationDetails;

/** An entity as a descriptor describes it, in the catalog's words. */
export type ImportedEntity = {
  /** The kind in lower case. It may be one that the catalog does not know yet. */
  blueprint: string;
  /** The kind as written, for a title. */
  kind: string;
  /** Lower case; `namespace/name` outside the namespace `default`. */
  identifier: string;
  title: string;
  description: string | null;
  /** `blueprint:identifier` of the first owner. */
  ownerRef: string | null;
  lifecycle: string | null;
  type: string | null;
  tags: string[];
  labels: Record<string, string>;
  annotations: Record<string, string>;
  links: ImportedLink[];
  /** What the descriptor says beyond the fields above: the rest of `spec` and unknown fields of `metadata`. */
  properties: Record<string, JsonValue>;
  /** Leaving this entity, as it states them; owners are among them as `ownedBy`. */
  relations: ImportedRelation[];
  origin: { file: string; line: number };
};

/**
 * One thing an import has to say. `mapped`: became an entity. `kept`: stored as written, though the catalog cannot use it.
 * `refused`: not imported because it is wrong. `skipped`: not imported because it is not meant to be or was not asked for.
 */
export type ReportLine = {
  verdict: "mapped" | "kept" | "refused" | "skipped";
  file: string;
  line: number | null;
  path: string | null;
  /** `blueprint:identifier` when the line is about one entity. */
  entityRef: string | null;
  /** What was found. */
  what: string;
  /** What follows from it and what to do. */
  why: string;
};
