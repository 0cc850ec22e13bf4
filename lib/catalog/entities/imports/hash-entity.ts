import { hash } from "node:crypto";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

/** A digest of everything a source says about an entity, whatever the order of its keys: equal digests mean nothing to write. */
export function hashEntity(entity: ImportedEntity): string {
  return hash("sha256", canonicalText(entity), "base64url");
}

/**
 * A value as text that is equal for equal values, whatever the order of their keys. Written with loops: this is most of what an import
 * of unchanged entities costs.
 */
export function canonicalText(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  let text = "";
  if (Array.isArray(value)) {
    for (const inner of value) text += text === "" ? canonicalText(inner) : `,${canonicalText(inner)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalText(inner)}`;
  }
  return `{${text}}`;
}
