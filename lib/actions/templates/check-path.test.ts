import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { checkPath } from "#lib/actions/templates/check-path.ts";
import { writeFiles } from "#lib/actions/templates/write-files.ts";

const nul = String.fromCharCode(0);
const refused = [
  "",
  ".",
  "..",
  "/",
  "../x",
  "../../etc/passwd",
  "a/../../b",
  "a/..",
  "a/./b",
  "./a",
  "a//b",
  "/etc/passwd",
  "//host/share/x",
  "a/",
  "~/../x/..",
  "..\\x",
  "..\\..\\x",
  "a\\..\\b",
  "\\x",
  "\\\\host\\share",
  "C:x",
  "C:\\x",
  "C:/x",
  "c:/windows/system32",
  "a:b",
  "file:///etc/passwd",
  "x::$DATA",
  `a${nul}b`,
  `${nul}`,
  `a/${nul}/b`,
  "a\nb",
  "a\rb",
  "a\tb",
  "a\u001bb",
  "a\u007fb",
  "a\u0085b",
  ".git/config",
  ".git/hooks/post-commit",
  ".git",
  ".GIT/config",
  ".Git/x",
  ".gIt",
  "a/.git/config",
  "a/b/.GIT/hooks/x",
  ".git /config",
  ".git./config",
  ".git../x",
  ".git . /x",
  "git~1/config",
  "GIT~1/x",
  "git~2",
  "a/git~1/x",
  ".g\u200cit/config",
  ".\u200dgit/x",
  ".gi\u00adt/x",
  "\ufeff.git/x",
  "．git/config",
  ".ｇｉｔ/config",
  ".git\u2060/x",
  "%2e%2e/x",
  "..%2fx",
  "%2e%2e%2fetc",
  "..%c0%afx",
  "..%252fx",
  "a%00b",
  "%5c..%5cx",
  "\u202eexe.txt",
  "a\u202bb",
  "a\u2066b",
  "\u200fx",
  "a\u061cb",
  "a\u2028b",
  "a\u2029b",
  "\ue000x",
  "x\ud800",
  "\udc00",
  "CON",
  "con",
  "con.txt",
  "PRN",
  "aux",
  "AUX.log",
  "nul",
  "NUL.tar.gz",
  "COM1",
  "com9.txt",
  "LPT1",
  "lpt9.x",
  "a/con/b",
  "a/NUL",
  "conin$",
  "CONOUT$",
  "COM¹",
  "a.",
  "a..",
  "a ",
  "a. ",
  " a",
  "a/b.",
  "a/ b",
  "a /b",
  "a./b",
  "... ",
  "...",
  "....//",
  "a<b",
  "a>b",
  'a"b',
  "a|b",
  "a?b",
  "a*b",
  "*",
  "?",
  "<script>",
  "a".repeat(256),
  `a/${"b".repeat(300)}`,
  "é".repeat(128),
  "a/".repeat(600) + "b",
  "x".repeat(1001),
  "e\u0301.txt",
  "a/n\u0303/b",
  "\u1100\u1161.txt",
];
const allowed = [
  "README.md",
  "src/main.js",
  ".github/workflows/ci.yml",
  ".gitignore",
  ".gitattributes",
  ".gitkeep",
  "a/.gitignore",
  "docs/index.md",
  ".editorconfig",
  "é.txt",
  "日本語/説明.md",
  "a b.txt",
  "a-b_c+d@e,f=g.txt",
  "constructor",
  "console.log",
  "com10.txt",
  "nullable.ts",
  "git~x",
  "x.git",
  "dotgit/.gitx",
  "...a",
  "a..b",
  "${values}.txt",
];

test("paths that leave the root, hide something or mean something else are refused, all others are not", () => {
  expect(refused.length).toBeGreaterThanOrEqual(120);
  expect(refused.filter((path) => checkPath(path) === null)).toEqual([]);
  expect(allowed.filter((path) => checkPath(path) !== null)).toEqual([]);
});

let parent: string;
let root: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "causeway-write-"));
  root = join(parent, "root");
  mkdirSync(root);
  writeFileSync(join(parent, "sentinel"), "untouched");
});
const file = (path: string, content = "x") => ({ path, content, isPolicy: false });
const outside = () => readdirSync(parent).sort();

test("no path of the corpus makes anything outside of the root", async () => {
  for (const path of refused) await expect(writeFiles(root, [file(path)]), JSON.stringify(path)).rejects.toThrow();
  expect(outside()).toEqual(["root", "sentinel"]);
  expect(readdirSync(root)).toEqual([]);
});

test("two files in one place, and a file as a folder, are refused before anything is written", async () => {
  for (const [one, other] of [
    ["a", "A"],
    ["x/readme.md", "X/README.md"],
    ["ﬁ", "fi"],
    ["a", "a/b"],
    ["A", "a/b"],
  ] as const) {
    await expect(writeFiles(root, [file(one), file(other)])).rejects.toThrow(/to one place|as a folder/);
  }
  expect(readdirSync(root)).toEqual([]);
});

test("links in the root are not followed, whether they lead to a file, to a folder, or nowhere", async () => {
  symlinkSync(join(parent, "sentinel"), join(root, "file"));
  symlinkSync(parent, join(root, "folder"));
  symlinkSync(join(parent, "later"), join(root, "dangling"));
  symlinkSync("folder", join(root, "chain"));
  for (const path of ["file", "folder/x", "dangling", "chain/x", "folder/root/x"])
    await expect(writeFiles(root, [file(path)]), path).rejects.toThrow();
  expect(outside()).toEqual(["root", "sentinel"]);
  expect(readFileSync(join(parent, "sentinel"), "utf8")).toBe("untouched");
});

test("files are written as they are", async () => {
  await writeFiles(root, [file("a/b/c.txt", "one\n"), file("a/b/d.txt", "two"), file(".github/x.yml")]);
  expect(readFileSync(join(root, "a/b/c.txt"), "utf8")).toBe("one\n");
  expect(readdirSync(root).sort()).toEqual([".github", "a"]);
});
