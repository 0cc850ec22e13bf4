import { expect, test } from "vitest";
import { bodyOf, maxBodyBytes, startDraft } from "#components/ingestion/import-draft.ts";
import { readFiles } from "#components/ingestion/read-files.ts";

const file = (path: string, content: string | Uint8Array<ArrayBuffer> = "kind: Component") => ({
  path,
  file: new Blob([content]),
});

test("named files are taken; of a folder only texts are, and the rest is counted", async () => {
  const offered = [
    file("logo.bin"),
    file("harbour/catalog-info.yaml"),
    file("harbour/api/openapi.json"),
    file("harbour/logo.png"),
    file("harbour/.git/config.yaml"),
    file("harbour/node_modules/x/package.json"),
  ];
  const { files, leftOut, ignoredCount } = await readFiles(offered);
  expect(files.map(({ path }) => path)).toEqual(["harbour/api/openapi.json", "harbour/catalog-info.yaml", "logo.bin"]);
  expect({ leftOut, ignoredCount }).toEqual({ leftOut: [], ignoredCount: 3 });
});

test.each([
  [
    "large.yaml",
    "x".repeat(5_000_001),
    "large.yaml is left out: it has 5 MB, more than the 5 MB that a file may have.",
  ],
  ["latin.yaml", new Uint8Array([0x61, 0xff, 0x62]), "latin.yaml is left out: it is not UTF-8 text."],
  ["nul.yaml", "a\0b", "nul.yaml is left out: it has NUL characters in it, so it is not a text."],
])("%s is left out with a sentence that names it", async (path, content, sentence) => {
  expect(await readFiles([file(path, content), file("good.yaml")])).toMatchObject({
    files: [{ path: "good.yaml" }],
    leftOut: [sentence],
  });
});

test("what is taken always fits into one request, also when each character becomes two", async () => {
  const offered = Array.from({ length: 2 }, (_, index) => file(`part-${index}.yaml`, "\n".repeat(4_500_000)));
  const { files, leftOut } = await readFiles(offered);
  expect(files).toHaveLength(1);
  expect(leftOut).toHaveLength(1);
  const sent = bodyOf({ ...startDraft({ kind: "files" }), files });
  expect("body" in sent && new Blob([sent.body]).size).toBeLessThanOrEqual(maxBodyBytes);
});

test("a file chosen again replaces the earlier one, and all are sorted", async () => {
  const first = await readFiles([file("b.yaml", "two"), file("a.yaml", "one")]);
  const second = await readFiles([file("a.yaml", "three")], first.files);
  expect(second.files.map(({ path, content }) => [path, content])).toEqual([
    ["a.yaml", "three"],
    ["b.yaml", "two"],
  ]);
});

test("a text that is too large is refused before it is sent", () => {
  const draft = { ...startDraft({ kind: "paste" }), text: "x".repeat(5_000_001) };
  expect(bodyOf(draft)).toMatchObject({ problem: { path: "source.text" } });
});

test("an address decides how the form begins, and what it does not know is git", () => {
  expect(startDraft({ kind: "paste" }).way).toBe("paste");
  expect(startDraft({ kind: "ftp", url: "https://git.example.com/x.git" })).toMatchObject({
    way: "git",
    url: "https://git.example.com/x.git",
  });
});
