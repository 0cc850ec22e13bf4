import { createHash } from "node:crypto";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

/** A digest of everything a source says about an entity, whatever the order of its keys: equal digests mean nothing to write. */
export function hashEntity(entity: ImportedEntity): string {
  return createHash("sha256").update(canonicalText(entity)).digest("base64url");
}

/** A value as text that is equal for equal values, whatever the order of their keys. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    entries.sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
