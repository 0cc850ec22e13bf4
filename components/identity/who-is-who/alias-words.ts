import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";
import * as words from "#components/words/identity/who-is-who/alias-words.ts";
import type { Alias, AliasState, Evidence } from "#lib/identity/aliases/schema.ts";

export const stateWords: Record<AliasState, { label: string; sentence: string; empty: string }> = {
  suggested: {
    label: words.suggestions,
    sentence: words.namesThatAreOnlyAlike,
    empty: words.nothingToDecideNoName,
  },
  open: {
    label: words.nobodyYet,
    sentence: words.namesThatAreLikeNo,
    empty: words.everyNameThatWasSeen,
  },
  matched: {
    label: words.proven,
    sentence: words.foundByThemselvesTheSame,
    empty: words.noNameHasAMembers,
  },
  confirmed: {
    label: words.decided,
    sentence: words.somebodySaidWhoseTheyAre,
    empty: words.nothingWasDecidedYet,
  },
  ignored: {
    label: words.noPerson,
    sentence: words.botsAndWhatSomebodySaid,
    empty: words.noBotWasSeenYet,
  },
};

const kindWords: Record<Alias["kind"], string> = {
  "catalog-user": words.personInTheCatalog,
  author: words.authorOfChanges,
};

export const aliasFields: FilterField[] = [
  {
    id: "seen",
    label: words.seenAs,
    kind: "choice",
    options: Object.entries(kindWords).map(([value, label]) => ({ value, label })),
    operators: [{ label: words.is, param: "kind" }],
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
