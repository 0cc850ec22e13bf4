import { checkValue } from "#lib/catalog/properties/check-value.ts";
import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";

/** A value as the property wants it, where that loses nothing: `"12"` as 12, one value as a list of it. Undefined when it cannot be. */
export function convertValue(property: PropertyDefinition, value: unknown): unknown {
  const converted = reshape(property, value);
  return converted === undefined || checkValue(property, converted) !== null ? undefined : converted;
}

function reshape(property: PropertyDefinition, value: unknown): unknown {
  const { type } = property;
  if (checkValue(property, value) === null) return value;
  if (type === "array") {
    if (Array.isArray(value)) return value.map((item) => reshapeItem(property, item));
    return [reshapeItem(property, value)];
  }
  if (Array.isArray(value)) return value.length === 1 ? toType(type, value[0]) : undefined;
  return toType(type, value);
}

function reshapeItem({ items }: PropertyDefinition, item: unknown): unknown {
  return items === undefined || typeof item === items.type ? item : toType(items.type, item);
}

function toType(type: "string" | "number" | "boolean" | "object", value: unknown): unknown {
  if (typeof value === type) return value;
  if (type === "string") return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  if (type === "number")
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) && Number.isFinite(Number(text))
      ? Number(text)
      : undefined;
  if (type === "boolean") return /^(true|yes)$/i.test(text) ? true : /^(false|no)$/i.test(text) ? false : undefined;
  return parseObject(text);
}

function parseObject(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
