import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { draftText } from "#components/catalog/blueprints/blueprint-draft.ts";
import * as words from "#components/words/catalog/blueprints/blueprint-parts.ts";

type Named = { identifier: string; title?: string };
type Definition = NonNullable<BlueprintDraft["definition"]>;

/** One thing about a kind that is changed, compared and taken as a whole. `order` of properties and relations is one as well. */
export type Part = { key: string; label: string; value: unknown };

const basics = ["title", "pluralTitle", "icon", "description"] as const;
const rules = ["ownership", "requiredFields", "allowsOthers", "verificationDays", "layout", "columns"] as const;
const members = ["properties", "derived", "relations"] as const;
type Members = (typeof members)[number];

/** Everything that a kind says, part by part. */
export function partsOf(draft: BlueprintDraft): Part[] {
  const tidied = JSON.parse(draftText(draft)) as BlueprintDraft;
  const definition = tidied.definition ?? {};
  return [
    ...basics.map((key) => ({ key, label: words.labels[key], value: tidied[key] })),
    ...members.flatMap((group) => [
      ...named(definition, group).map((item) => ({
        key: `${group}.${item.identifier}`,
        label: words.member[group](item.title ?? item.identifier),
        value: item,
      })),
      {
        key: `${group}.`,
        label: words.order[group],
        value: named(definition, group).map(({ identifier }) => identifier),
      },
    ]),
    ...rules.map((key) => ({ key, label: words.labels[key], value: definition[key] })),
  ];
}

function named(definition: Definition, group: Members): Named[] {
  return (definition[group] ?? []) as Named[];
}

export type PartChange = { key: string; label: string; before: unknown; after: unknown };

/** Where two versions differ. An order counts only among what both have. */
export function compareParts(before: BlueprintDraft, after: BlueprintDraft): PartChange[] {
  const earlier = new Map(partsOf(before).map((part) => [part.key, part]));
  const later = new Map(partsOf(after).map((part) => [part.key, part]));
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => {
    const [was, is] = [earlier.get(key), later.get(key)];
    if (key.endsWith(".") && isSameOrder(was?.value as string[], is?.value as string[])) return [];
    if (isSame(was?.value, is?.value)) return [];
    return [{ key, label: is?.label ?? was?.label ?? key, before: was?.value, after: is?.value }];
  });
}

function isSameOrder(one: string[], other: string[]): boolean {
  return isSame(
    one.filter((name) => other.includes(name)),
    other.filter((name) => one.includes(name)),
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A version with one part as another version has it; a property that the other does not have goes. */
export function takePart(draft: BlueprintDraft, from: BlueprintDraft, key: string): BlueprintDraft {
  const theirs = partsOf(from).find((part) => part.key === key)?.value;
  const definition: Record<string, unknown> = { ...draft.definition };
  if (basics.some((name) => name === key)) return { ...draft, [key]: theirs ?? "" };
  const [group, name] = key.split(".") as [Members, string | undefined];
  if (name === undefined) definition[key] = theirs;
  else if (name === "") definition[group] = ordered(named(draft.definition ?? {}, group), theirs as string[]);
  else definition[group] = withMember(named(draft.definition ?? {}, group), name, theirs as Named | undefined);
  if (definition[key] === undefined) delete definition[key];
  return { ...draft, definition } as BlueprintDraft;
}

function withMember(items: Named[], name: string, item: Named | undefined): Named[] {
  const place = items.findIndex(({ identifier }) => identifier === name);
  if (item === undefined) return items.filter(({ identifier }) => identifier !== name);
  return place < 0 ? [...items, item] : items.with(place, item);
}

function ordered(items: Named[], names: string[]): Named[] {
  const place = ({ identifier }: Named) => (names.includes(identifier) ? names.indexOf(identifier) : names.length);
  return items.toSorted((one, other) => place(one) - place(other));
}

/** What was written here on top of what somebody else saved meanwhile: parts that were touched here stay, all others become theirs. */
export function rebaseDraft(base: BlueprintDraft, mine: BlueprintDraft, theirs: BlueprintDraft): BlueprintDraft {
  return compareParts(base, mine).reduce((draft, { key }) => takePart(draft, mine, key), theirs);
}
