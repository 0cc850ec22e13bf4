import { countText, numberText } from "#components/words/format.ts";

export const catalog = "Catalog";
export const blueprints = "Blueprints";
export const newKind = "New kind";
export const sentence = (count: number, undescribed: number) =>
  `${countText(count, { one: "kind", many: "kinds" })} of things${
    undescribed === 0 ? "" : `, ${numberText(undescribed)} of them not described`
  }`;
export const sub =
  "A blueprint says what a kind is made of: its properties, its relations, and what is needed. Forms, checks and pages are made from it.";
