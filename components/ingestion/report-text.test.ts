import { expect, test } from "vitest";
import { reportSentence } from "#components/ingestion/report-text.ts";

const none = { created: 0, changed: 0, unchanged: 0, refused: 0 };

test.each([
  [{ created: 64, changed: 3, unchanged: 1, refused: 4 }, "64 new, 3 changed, 4 refused"],
  [{ ...none, created: 1183 }, "1,183 new"],
  [{ ...none, unchanged: 68 }, "Nothing new, 68 unchanged"],
  [{ ...none, unchanged: 2, refused: 1 }, "Nothing new, 2 unchanged, 1 refused"],
  [{ ...none, refused: 2 }, "No entity found, 2 refused"],
  [none, "No entity found"],
])("%j is said as %s", (counts, sentence) => {
  expect(reportSentence(counts)).toBe(sentence);
});
