import fc from "fast-check";
import {
  type Comparison,
  fieldNames,
  type Membership,
  type Place,
  pathRoots,
  type Query,
  type Term,
  type Value,
} from "./ast.ts";
import type { EntityFacts } from "./entity-facts.ts";
import { durationUnits } from "./moments.ts";

/** Random queries and entities for tests, from a vocabulary so small that they often meet. */

export const testNow = new Date("2026-01-15T12:00:00.000Z");

/** Who asks in tests: what they are is among the texts that entities have. */
export const testAsker = { entity: "team:a", email: null, teams: ["a", "team:a", "1"] };

const moments = [
  "2026-01-15T12:00:00.000Z",
  "2026-01-14T12:00:00Z",
  "2026-01-14T12:00:00.000001Z",
  "2026-01-14T11:59:59.999Z",
  "2026-01-14T11:59:59.999999Z",
  "2026-01-14T14:00+02:00",
  "2026-01-08",
  "1999-12-31T23:59:59-14:00",
  "2027-06-01",
];
const texts = [
  "",
  "a",
  "A",
  "ab",
  "b",
  "é",
  "𝒳",
  "\uffff",
  "%",
  "_",
  "\\",
  "İ",
  "team:a",
  "1",
  "true",
  "2026-02-30",
  "today",
  ...moments,
];
const numbers = [-1, 0, 1, 2, 3, 0.1, 1.5, 1e21, 1e308, 5e-324];
const keys = ["a", "b", "0", "length", "constructor", "x/y"];
const relationTypes = ["dependsOn", "ownedBy", "is a", "memberOf"];

const aText = fc.constantFrom(...texts);
const aNumber = fc.constantFrom(...numbers);
const aMoment = fc.constantFrom(...moments);
const aCount = fc.integer({ min: -1, max: 3 });
const aDuration = fc.record({ amount: fc.integer({ min: 0, max: 9 }), unit: fc.constantFrom(...durationUnits) });

const aPath: fc.Arbitrary<Place> = fc
  .tuple(fc.constantFrom(...pathRoots), fc.array(fc.constantFrom(...keys), { maxLength: 2 }))
  .map(([root, rest]) => ({ path: [root, ...rest] }));
const aField: fc.Arbitrary<Place> = fc.constantFrom(...fieldNames).map((field) => ({ field }));
const aTextField: fc.Arbitrary<Place> = fc
  .constantFrom(...fieldNames.filter((name) => !["text", "tags", "createdAt", "updatedAt"].includes(name)))
  .map((field) => ({ field }));
const aTimeField: fc.Arbitrary<Place> = fc.constantFrom({ field: "createdAt" }, { field: "updatedAt" });
const aCountTerm: fc.Arbitrary<Term> = fc.record({
  count: fc.constantFrom(...relationTypes),
  direction: fc.constantFrom("outgoing", "incoming"),
});
const aLength: fc.Arbitrary<Term> = fc
  .oneof(aPath, aTextField, fc.constant<Place>({ field: "tags" }))
  .map((length) => ({ length }));
const anAge: fc.Arbitrary<Term> = fc.oneof(aPath, aTimeField).map((age) => ({ age }));

const ordering = [">", ">=", "<", "<="] as const;
const equality = ["=", "!="] as const;

function comparison(
  term: fc.Arbitrary<Term>,
  ops: readonly Comparison["op"][],
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Query> {
  return fc.record({ op: fc.constantFrom(...ops), term, value });
}

function membership(term: fc.Arbitrary<Term>, value: fc.Arbitrary<Membership["values"][0]>): fc.Arbitrary<Query> {
  return fc.record({ op: fc.constant("in"), term, values: fc.array(value, { minLength: 1, maxLength: 3 }) });
}

/** Every form of condition without sub-queries. */
export const aTest: fc.Arbitrary<Query> = fc.oneof(
  comparison(aTextField, [...equality, ...ordering, "contains", "startsWith"], aText),
  comparison(fc.constant({ field: "text" }), ["contains"], aText),
  comparison(fc.constant({ field: "tags" }), ["contains"], aText),
  comparison(aTimeField, ordering, aMoment),
  comparison(fc.oneof(aCountTerm, aLength), [...equality, ...ordering], aCount),
  comparison(anAge, ordering, aDuration),
  comparison(aPath, [...equality, ...ordering, "contains", "startsWith"], aText),
  comparison(aPath, [...equality, ...ordering, "contains"], aNumber),
  comparison(aPath, [...equality, "contains"], fc.boolean()),
  membership(aTextField, aText),
  membership(fc.oneof(aCountTerm, aLength), aCount),
  membership(aPath, aText),
  membership(aPath, aNumber),
  membership(aPath, fc.boolean()),
  fc.record({ op: fc.constant("exists"), term: fc.oneof(aPath, aField) }),
  fc.record({ op: fc.constant("resolved"), relation: fc.constantFrom(...relationTypes) }),
);

/** Whole queries. */
export const aQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { arbitrary: aTest, weight: 3 },
    {
      arbitrary: fc.record({
        op: fc.constantFrom("and", "or"),
        of: fc.array(tie("query"), { minLength: 2, maxLength: 4 }),
      }),
      weight: 2,
    },
    { arbitrary: fc.record({ op: fc.constant("not"), of: tie("query") }), weight: 1 },
  ),
})).query;

const aJson = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { arbitrary: fc.oneof(aText, aMoment, aNumber, fc.boolean(), fc.constant(null)), weight: 3 },
    { arbitrary: fc.array(tie("json"), { maxLength: 3 }), weight: 1 },
    {
      arbitrary: fc.dictionary(fc.constantFrom(...keys), tie("json"), { maxKeys: 3, noNullPrototype: true }),
      weight: 1,
    },
  ),
})).json;
const aDocument = fc.oneof(fc.dictionary(fc.constantFrom(...keys), aJson, { noNullPrototype: true }), aJson);
const anOptionalText = fc.option(aText);

/** Entities, without relations. */
export const anEntity: fc.Arbitrary<Omit<EntityFacts, "relations" | "blueprint" | "identifier">> = fc.record({
  title: aText,
  description: anOptionalText,
  owner: anOptionalText,
  lifecycle: anOptionalText,
  type: anOptionalText,
  text: aText.map((text) => text.toLowerCase()),
  tags: fc.array(aText, { maxLength: 3 }),
  createdAt: aMoment.map(withZone),
  updatedAt: aMoment.map(withZone),
  verifiedAt: fc.option(aMoment.map(withZone)),
  properties: aDocument,
  annotations: aDocument,
  labels: aDocument,
  links: aDocument,
});

function withZone(moment: string): string {
  return moment.length === 10 ? `${moment}T00:00:00Z` : moment;
}

/** A relation from one of `size` entities to another, or to none. */
export function aRelation(size: number) {
  const index = fc.nat({ max: size - 1 });
  const aDate = fc.option(aMoment.map(withZone), { freq: 2 });
  return fc.record({
    from: index,
    type: fc.constantFrom(...relationTypes),
    to: fc.option(index, { freq: 2 }),
    properties: fc.option(fc.dictionary(fc.constantFrom(...keys), aJson, { noNullPrototype: true }), { freq: 2 }),
    since: aDate,
    until: aDate,
  });
}
