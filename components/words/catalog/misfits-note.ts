import { plural } from "#components/words/format.ts";

const thing = { one: "thing does", many: "things do" };
export const summary = (count: number, kind: string) => `${count} ${plural(count, thing)} not fit the kind ${kind}`;
export const kept = "What a source says is kept as it is.";
