import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";
import type { Alias, AliasState, Evidence } from "#lib/identity/aliases/schema.ts";

export const stateWords: Record<AliasState, { label: string; sentence: string; empty: string }> = {
  suggested: {
    label: "Suggestions",
    sentence: "Names that are only alike. Nothing counts as theirs before somebody says so.",
    empty: "Nothing to decide: no name is like a member's without being proven.",
  },
  open: {
    label: "Nobody yet",
    sentence: "Names that are like no member's, or like two members'.",
    empty: "Every name that was seen is somebody's.",
  },
  matched: {
    label: "Proven",
    sentence: "Found by themselves: the same e-mail address, or the GitHub login of an account that signs them in.",
    empty: "No name has a member's e-mail address or GitHub login yet.",
  },
  confirmed: {
    label: "Decided",
    sentence: "Somebody said whose they are.",
    empty: "Nothing was decided yet.",
  },
  ignored: {
    label: "No person",
    sentence: "Bots, and what somebody said is no person.",
    empty: "No bot was seen yet.",
  },
};

const kindWords: Record<Alias["kind"], string> = {
  "catalog-user": "person in the catalog",
  author: "author of changes",
};

export const aliasFields: FilterField[] = [
  {
    id: "seen",
    label: "Seen as",
    kind: "choice",
    options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
    operators: [{ label: "is", param: "kind" }],
  },
];

/** Where a name was seen, and what it says there. */
export function aliasPlace({ kind, value, name }: Pick<Alias, "kind" | "value" | "name">): string {
  return name === null || name === value ? kindWords[kind] : `${kindWords[kind]}, ${value}`;
}

/** Why, in words: "same e-mail address ines@example.com". */
export function evidenceText(evidence: Evidence[]): string {
  return evidence.map(({ kind, detail }) => `${kind} ${detail}`).join(", ");
}
