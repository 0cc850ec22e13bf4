import { z } from "zod";

const line = (max: number) => z.string().trim().min(1, "Cannot be empty").max(max, `Use at most ${max} characters`);
const size = z.number().int("Use a whole number").min(0, "Use zero or more").max(100_000, "Use at most 100,000");

const deepest = 100;

/**
 * A JSON value that can be stored: not nested too deeply, with numbers that are numbers and text that has no NUL and no half of a surrogate
 * pair. A problem names the place inside. Measured without recursion, before anything recurses into it.
 */
export const StoredJson = z.unknown().check((check) => {
  const pending: { value: unknown; path: (string | number)[] }[] = [{ value: check.value, path: [] }];
  const refuse = (message: string, path: (string | number)[]) => {
    check.issues.push({ code: "custom", message, path: path.slice(0, 10), input: undefined });
  };
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    if (path.length > deepest) return refuse(`Nest it at most ${deepest} levels deep`, path);
    if (typeof value === "number" && !Number.isFinite(value)) return refuse("Use a number", path);
    if (typeof value === "string" && !isStorable(value)) return refuse(unstorable, path);
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return refuse(unstorable, path);
      pending.push({ value: inner, path: [...path, key] });
    }
  }
});

const unstorable = "Has a character that cannot be stored; remove it";

function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

export const propertyTypes = ["string", "number", "boolean", "object", "array"] as const;
export type PropertyType = (typeof propertyTypes)[number];

/** What a value stands for beyond its type, and the types that can hold it. */
export const formatTypes = {
  url: ["string"],
  email: ["string"],
  user: ["string"],
  team: ["string"],
  "date-time": ["string"],
  timer: ["string"],
  yaml: ["string", "object"],
  markdown: ["string"],
  ipv4: ["string"],
  ipv6: ["string"],
  "labelled-url": ["object"],
  "embedded-url": ["string"],
  openapi: ["string", "object"],
  asyncapi: ["string", "object"],
  graphql: ["string"],
  grpc: ["string"],
} as const satisfies Record<string, readonly PropertyType[]>;
export type PropertyFormat = keyof typeof formatTypes;
export const propertyFormats = Object.keys(formatTypes) as [PropertyFormat, ...PropertyFormat[]];

export const optionColors = ["gray", "blue", "teal", "green", "yellow", "orange", "red", "purple", "pink"] as const;

export type OptionColor = (typeof optionColors)[number];

/** One of the values that a property may have. */
export const PropertyOption = z.strictObject({
  value: z.union([z.string().min(1).max(300), z.number()]),
  title: line(120).optional(),
  color: z.enum(optionColors).optional(),
});

/** Names of properties and relations stand in queries: a word of letters, digits, `_` and `-`. */
export const MemberName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/, "Use letters, digits, _ and -, beginning with a letter")
  .refine((name) => !["__proto__", "constructor", "prototype"].includes(name), "Choose another name");

const limits = {
  pattern: line(512)
    .optional()
    .describe("A regular expression (RE2) that is found in the text; ^ and $ stand for its ends"),
  minLength: size.optional(),
  maxLength: size.optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
};

const ItemDefinition = z.strictObject({
  type: z.enum(["string", "number", "boolean", "object"]).default("string"),
  format: z.enum(propertyFormats).optional(),
  options: z.array(PropertyOption).min(1, "Name at least one value").max(200, "Use at most 200 values").optional(),
  ...limits,
});

/** A property of a kind of entity. */
export const PropertyDefinition = z
  .strictObject({
    identifier: MemberName,
    title: line(120),
    description: z.string().trim().max(1000).default(""),
    type: z.enum(propertyTypes),
    format: z.enum(propertyFormats).optional(),
    options: z.array(PropertyOption).min(1, "Name at least one value").max(200, "Use at most 200 values").optional(),
    isRequired: z.boolean().default(false),
    default: z.json().optional(),
    ...limits,
    items: ItemDefinition.optional(),
    minItems: size.optional(),
    maxItems: size.optional(),
  })
  .superRefine((property, context) => {
    for (const { path, message } of contradictions(property)) context.addIssue({ code: "custom", path, message });
  });
export type PropertyDefinition = z.output<typeof PropertyDefinition>;
export type ItemDefinition = z.output<typeof ItemDefinition>;

type Contradiction = { path: (string | number)[]; message: string };

function contradictions(
  property: z.output<typeof ItemDefinition> | PropertyDefinition,
  at: string[] = [],
): Contradiction[] {
  const { type, format, options, minimum, maximum, minLength, maxLength } = property;
  const found: Contradiction[] = [];
  const refuse = (key: string | (string | number)[], message: string) =>
    found.push({ path: [...at, ...[key].flat()], message });
  if (format !== undefined && !formatTypes[format].some((allowed) => allowed === type))
    refuse("format", `${format} needs the type ${formatTypes[format].join(" or ")}`);
  if (options !== undefined && type !== "string" && type !== "number")
    refuse("options", "Only texts and numbers can be chosen from a list");
  for (const [index, { value }] of (options ?? []).entries()) {
    if (type !== typeof value && (type === "string" || type === "number"))
      refuse(["options", index, "value"], `This has to be a ${type}`);
    if (options?.findIndex((other) => other.value === value) !== index)
      refuse(["options", index, "value"], `${value} is there twice`);
  }
  for (const key of ["pattern", "minLength", "maxLength"] as const)
    if (property[key] !== undefined && type !== "string") refuse(key, "Only a text has this");
  for (const key of ["minimum", "maximum"] as const)
    if (property[key] !== undefined && type !== "number") refuse(key, "Only a number has this");
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    refuse("minimum", "This is more than the maximum");
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength)
    refuse("minLength", "This is more than the maximum length");
  if ("identifier" in property) {
    const { items, minItems, maxItems } = property;
    if (items !== undefined) {
      if (type !== "array") refuse("items", "Only a list has items");
      found.push(...contradictions(items, [...at, "items"]));
    }
    for (const key of ["minItems", "maxItems"] as const)
      if (property[key] !== undefined && type !== "array") refuse(key, "Only a list has this");
    if (minItems !== undefined && maxItems !== undefined && minItems > maxItems)
      refuse("minItems", "This is more than the maximum");
  }
  return found;
}
