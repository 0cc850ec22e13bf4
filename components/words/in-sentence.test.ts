import { expect, test } from "vitest";
import { inSentence } from "#components/words/in-sentence.ts";

test("a title begins small within a sentence, an abbreviation stays one", () => {
  const titles = ["Components", "APIs", "AI resources", "Pull requests", "Kafka Topics", "", "Água"];
  expect(titles.map(inSentence)).toEqual([
    "components",
    "APIs",
    "AI resources",
    "pull requests",
    "kafka Topics",
    "",
    "água",
  ]);
});
