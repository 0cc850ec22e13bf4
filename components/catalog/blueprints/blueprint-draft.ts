import type { z } from "zod";
import * as words from "#components/words/catalog/blueprints/blueprint-draft.ts";
import type { BlueprintDetail, BlueprintInput } from "#lib/catalog/blueprints/schema.ts";
import type { PropertyFormat, PropertyType } from "#lib/catalog/properties/schema.ts";

/** A kind as somebody writes it: what is not said has its default, and what is said may still be wrong. */
export type BlueprintDraft = z.input<typeof BlueprintInput>;
type DefinitionDraft = NonNullable<BlueprintDraft["definition"]>;
export type PropertyDraft = NonNullable<DefinitionDraft["properties"]>[number];
export type RelationDraft = NonNullable<DefinitionDraft["relations"]>[number];
export type DerivedDraft = NonNullable<DefinitionDraft["derived"]>[number];
/** The relations that a derived property or inherited ownership follows. */
export type PathDraft = Extract<DerivedDraft, { kind: "mirrored" }>["path"];
export type OptionDraft = NonNullable<PropertyDraft["options"]>[number];
export type ItemDraft = NonNullable<PropertyDraft["items"]>;
export type SectionDraft = NonNullable<DefinitionDraft["layout"]>[number];

export const emptyDraft: BlueprintDraft = { identifier: "", title: "", pluralTitle: "", icon: "box", definition: {} };

/** How a kind is written when everything is left out that goes without saying. */
export function draftOf({ identifier, title, pluralTitle, icon, description, definition }: BlueprintDetail) {
  return tidy({ identifier, title, pluralTitle, icon, description, definition }) as BlueprintDraft;
}

/** The definition as JSON, the way it is shown and compared. */
export function draftText(draft: BlueprintDraft): string {
  return JSON.stringify(tidy(draft), null, 2);
}

const unsaid: Record<string, unknown> = {
  description: "",
  isRequired: false,
  isMany: false,
  hasDates: false,
  isAnyDepth: false,
  isOwnFirst: false,
  allowsOthers: false,
  verificationDays: null,
};

/** The same without what has its default: empty lists, no description, not needed. Values that somebody chose stay as they are. */
function tidy(value: unknown, key = ""): unknown {
  if (key === "default") return value;
  if (Array.isArray(value)) return value.map((item) => tidy(item, `${key}[]`));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, inner]) =>
      inner !== undefined &&
      !(name in unsaid && unsaid[name] === inner) &&
      !(name === "ownership" && (inner as { type?: unknown } | null)?.type === "direct") &&
      !(isUnsaidList(name, inner) && key !== "layout[]"),
  );
  return Object.fromEntries(kept.map(([name, inner]) => [name, tidy(inner, name)]));
}

function isUnsaidList(name: string, value: unknown): boolean {
  const names = ["properties", "derived", "relations", "requiredFields", "layout", "columns", "targets"];
  return Array.isArray(value) && value.length === 0 && names.includes(name);
}

/** A type together with what it stands for, as people choose it: `string`, `string/url`. */
export type ValueKind = PropertyType | `${PropertyType}/${PropertyFormat}`;

type HasType = { type?: PropertyType | undefined; format?: PropertyFormat | undefined };

export function valueKindOf({ type = "string", format }: HasType): ValueKind {
  return format === undefined ? type : `${type}/${format}`;
}

/** The parts of a type that go away when another one is chosen, because they would contradict it. */
export function withValueKind<T extends HasType>(part: T, kind: ValueKind): T {
  const [type, format] = kind.split("/") as [PropertyType, PropertyFormat | undefined];
  const next: Record<string, unknown> = { ...part, type, format };
  if (format === undefined) delete next["format"];
  const drop = (names: string[]) => {
    for (const name of names) delete next[name];
  };
  if (type !== "string") drop(["pattern", "minLength", "maxLength"]);
  if (type !== "number") drop(["minimum", "maximum"]);
  if (type !== "array") drop(["items", "minItems", "maxItems"]);
  if (type !== part.type) drop(["default"]);
  if ((type !== "string" && type !== "number") || format !== undefined) drop(["options"]);
  else if (type !== part.type && Array.isArray(next["options"]))
    next["options"] = (next["options"] as OptionDraft[]).map((option) => ({
      ...option,
      value: type === "number" ? numberOrText(String(option.value)) : String(option.value),
    }));
  return next as T;
}

/** A number where the text is one; else the text, so that nothing typed is lost and the check can say what is wrong. */
export function numberOrText(text: string): number | string {
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) ? number : text;
}

/** The same list with one item at another place. */
export function moved<T>(items: T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(to, 0, item);
}

/** What a value is, in words: "Text", "List of numbers", "E-mail address". */
export function valueWords(
  property: HasType & { items?: HasType | undefined; options?: unknown[] | undefined },
): string {
  const kind = valueKindOf(property);
  if (property.options !== undefined && kind === "string") return words.oneOf(property.options.length);
  if (property.type === "array" && property.items !== undefined)
    return words.listOf(words.kinds[valueKindOf(property.items)] ?? "");
  return words.kinds[kind] ?? kind;
}
