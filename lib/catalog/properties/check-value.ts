import ipaddr from "ipaddr.js";
import { RE2JS } from "re2js";
import type { ItemDefinition, PropertyDefinition, PropertyFormat } from "#lib/catalog/properties/schema.ts";
import { parseMoment } from "#lib/catalog/query/moments.ts";

type Rule = Omit<ItemDefinition, "type"> & { type: PropertyDefinition["type"] };

const typeWords = { string: "text", number: "number", boolean: "true or false", object: "object", array: "list" };
const maxProblemText = 60;
// A definition has few patterns; this only bounds what a process keeps of all organizations'.
const keptPatterns = 1000;
const patterns = new Map<string, RE2JS>();

/** What is wrong with a value for a property, as a sentence that says what to do; null when it fits. */
export function checkValue(property: PropertyDefinition, value: unknown): string | null {
  if (property.type !== "array") return checkItem(property, value);
  if (!Array.isArray(value)) return wrongType("array", value);
  const { items, minItems, maxItems } = property;
  if (minItems !== undefined && value.length < minItems) return `Name at least ${minItems}`;
  if (maxItems !== undefined && value.length > maxItems) return `Name at most ${maxItems}`;
  for (const [index, item] of (items === undefined ? [] : value).entries()) {
    const problem = items === undefined ? null : checkItem(items, item);
    if (problem !== null) return `Item ${index + 1}: ${problem}`;
  }
  return null;
}

/** A pattern of a definition, made to run in linear time. @throws when it cannot be read */
export function compilePattern(pattern: string): RE2JS {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const compiled = RE2JS.compile(pattern);
  if (patterns.size >= keptPatterns) patterns.clear();
  patterns.set(pattern, compiled);
  return compiled;
}

function checkItem(rule: Rule, value: unknown): string | null {
  if (typeOf(value) !== rule.type) return wrongType(rule.type, value);
  if (rule.options !== undefined && !rule.options.some((option) => option.value === value))
    return `Use one of ${listed(rule.options.map((option) => String(option.value)))}`;
  if (typeof value === "string") return checkText(rule, value);
  if (typeof value === "number") {
    if (rule.minimum !== undefined && value < rule.minimum) return `Use ${rule.minimum} or more`;
    if (rule.maximum !== undefined && value > rule.maximum) return `Use ${rule.maximum} or less`;
  }
  return rule.format === undefined ? null : formats[rule.format](value);
}

function checkText(rule: Rule, value: string): string | null {
  const length = value.length;
  if (rule.minLength !== undefined && length < rule.minLength) return `Use at least ${rule.minLength} characters`;
  if (rule.maxLength !== undefined && length > rule.maxLength) return `Use at most ${rule.maxLength} characters`;
  if (rule.format !== undefined) {
    const problem = formats[rule.format](value);
    if (problem !== null) return problem;
  }
  if (rule.pattern !== undefined && !compilePattern(rule.pattern).matcher(value).find())
    return `This has to match ${rule.pattern}`;
  return null;
}

const anything = () => null;

const formats: Record<PropertyFormat, (value: unknown) => string | null> = {
  url: (value) =>
    isAddress(value, /^(?!javascript:|data:|vbscript:|file:|blob:)/)
      ? null
      : "Use an address such as https://example.com",
  "embedded-url": (value) => (isAddress(value, /^https?:$/) ? null : "Use an address that begins with https://"),
  "labelled-url": checkLabelledAddress,
  email: (value) =>
    typeof value === "string" && value.length <= 320 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)
      ? null
      : "Use an e-mail address such as ada@example.com",
  user: checkName,
  team: checkName,
  "date-time": checkMoment,
  timer: checkMoment,
  ipv4: (value) =>
    typeof value === "string" && ipaddr.IPv4.isValidFourPartDecimal(value) ? null : "Use an address such as 192.0.2.1",
  ipv6: (value) =>
    typeof value === "string" && ipaddr.IPv6.isValid(value) ? null : "Use an address such as 2001:db8::1",
  yaml: anything,
  markdown: anything,
  openapi: anything,
  asyncapi: anything,
  graphql: anything,
  grpc: anything,
};

function isAddress(value: unknown, scheme: RegExp): boolean {
  if (typeof value !== "string" || value.length > 4000 || !URL.canParse(value)) return false;
  return scheme.test(new URL(value).protocol);
}

function checkLabelledAddress(value: unknown): string | null {
  const { url, title, ...rest } = value as Record<string, unknown>;
  const problem = formats.url(url);
  if (problem !== null) return `url: ${problem}`;
  if (title !== undefined && (typeof title !== "string" || title.length > 300))
    return "title: Use a text of at most 300 characters";
  const [extra] = Object.keys(rest);
  return extra === undefined ? null : `Only url and title are known here, not ${shortened(extra)}`;
}

function checkName(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" && value.length <= 300
    ? null
    : "Use a name of at most 300 characters";
}

function checkMoment(value: unknown): string | null {
  return typeof value === "string" && parseMoment(value) !== undefined
    ? null
    : "Use a time such as 2026-01-31T08:00:00Z, or a day such as 2026-01-31";
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return value === null ? "null" : typeof value;
}

function wrongType(wanted: PropertyDefinition["type"], value: unknown): string {
  const shown = shortened(JSON.stringify(value) ?? "nothing");
  return `This has to be a ${typeWords[wanted]}, not ${shown}`
    .replace("be a true", "be true")
    .replace("a object", "an object");
}

function listed(values: string[]): string {
  const shown = values.slice(0, 8).map(shortened).join(", ");
  return values.length > 8 ? `${shown} and ${values.length - 8} more` : shown;
}

function shortened(text: string): string {
  return text.length > maxProblemText ? `${text.slice(0, maxProblemText).toWellFormed()}…` : text;
}
