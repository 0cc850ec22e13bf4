import { afterAll, expect, test } from "vitest";
import { closeYamlPool, parseYaml } from "#lib/ingestion/yaml/parse-yaml.ts";

afterAll(closeYamlPool);

const letters = [..."abcdefghij"];
const aliasBomb = letters
  .map(
    (letter, index) =>
      `${letter}: &${letter} [${Array(9)
        .fill(index === 0 ? "x" : `*${letters[index - 1]}`)
        .join(",")}]`,
  )
  .join("\n");
const manyKeys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: 1`).join("\n");

/** Inputs that stop, crash or fill a parser, and what is said about them. */
const corpus: [name: string, text: string, sentence: RegExp][] = [
  ["alias bomb", aliasBomb, /aliases are expanded/],
  ["an alias inside itself", "&a [*a]", /contains itself/],
  [
    "101 aliases",
    `a: &a 1\n${Array.from({ length: 101 }, (_, index) => `b${index}: *a`).join("\n")}`,
    /more than 100 aliases/,
  ],
  ["an alias to nothing", "a: *b", /anchor/i],
  ["200,000 keys", manyKeys(200_000), /more than 20000 keys/],
  [
    "200,000 flow keys",
    `{${Array.from({ length: 200_000 }, (_, index) => `k${index}`).join(",")}}`,
    /more than 100000 values|too many parts/,
  ],
  ["depth 500 of [", "[".repeat(500), /deeper than 64/],
  ["depth 10,000 of [", "[".repeat(10_000), /deeper than 64/],
  ["depth 200,000 of [", "[".repeat(200_000), /deeper than 64/],
  ["depth 10,000 of {a:", "{a: ".repeat(10_000), /deeper than 64/],
  ["depth 10,000 of -", "- ".repeat(10_000), /deeper than 64/],
  ["depth 10,000 of ?", "? ".repeat(10_000), /deeper than 64/],
  [
    "200 nested block mappings",
    Array.from({ length: 200 }, (_, index) => `${" ".repeat(index)}a:`).join("\n"),
    /deeper than 64/,
  ],
  ["20 MB", `a: ${"x".repeat(20_000_000)}`, /21 MB large; at most 5 MB/],
  ["5 million line breaks", "\n".repeat(4_900_000), /more than 250000 lines/],
  ["10,000 documents", "---\n1\n".repeat(10_000), /more than 1000 documents/],
  ["NUL, escaped", 'name: "x\\0y"', /NUL/],
  ["NUL, raw", "name: x\0y", /NUL/],
  ["half a surrogate pair, escaped", 'name: "\\uD800"', /surrogate/],
  ["half a surrogate pair, raw", "name: \ud800x", /surrogate/],
  ["half a surrogate pair in a key", '"\\uDC00": 1', /surrogate/],
  ["a key twice", "a: 1\na: 2", /given twice/],
  ["__proto__", "__proto__: {polluted: true}", /__proto__/],
  ["__proto__, deep", "a: {b: [{__proto__: 1}]}", /__proto__/],
  ["a mapping as key", "? {a: 1}\n: 2", /as a key/],
  ["tabs", "a:\n\t- b", /Tabs are not allowed/],
  ["open bracket", "a: [1, 2", /not valid YAML/],
];

test.each(corpus)("%s is answered with its place", async (_name, text, sentence) => {
  const { documents, problem } = await parseYaml(text);
  const said = [problem, ...documents.flatMap((document) => document.problems)].filter((one) => one !== null);
  expect(said.map((one) => one.message).join("\n")).toMatch(sentence);
  const isWholeFile = /MB large/.test(said[0]?.message ?? "");
  if (!isWholeFile) expect(said[0]?.line ?? said[0]?.path).not.toBeNull();
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("200 hostile texts one after the other leave this process and its parser alive", {
  timeout: 120_000,
}, async () => {
  const quick = corpus.filter(([name]) => !/200,000 (?:keys|flow)|5 million|20 MB/.test(name));
  for (let round = 0; round < 200; round += 1) {
    const [, text = ""] = quick[round % quick.length] ?? [];
    await parseYaml(text);
  }
  expect((await parseYaml("a: 1")).documents[0]?.value).toEqual({ a: 1 });
});

test("while ten worst cases are parsed, the event loop answers others and another caller has its turn", {
  timeout: 60_000,
}, async () => {
  await parseYaml("warm: up");
  const worst = Array.from({ length: 10 }, (_, index) =>
    parseYaml(index % 2 === 0 ? manyKeys(200_000) : aliasBomb, { lane: "one" }),
  );
  let done = 0;
  for (const job of worst) void job.then(() => (done += 1));
  const delays: number[] = [];
  let isWatching = true;
  const watch = (async () => {
    while (isWatching) {
      const startedAt = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 5));
      delays.push(performance.now() - startedAt - 5);
    }
  })();
  const other = await parseYaml("a: 1", { lane: "two" });
  const doneBeforeOther = done;
  await Promise.all(worst);
  isWatching = false;
  await watch;
  expect(other.documents[0]?.value).toEqual({ a: 1 });
  expect(doneBeforeOther).toBeLessThan(6);
  delays.sort((one, another) => one - another);
  // Parsed in this process, few turns would be left, each as long as a document. The one in the middle stays short on a busy machine, too.
  expect(delays[Math.floor(delays.length / 2)]).toBeLessThan(100);
});

test("one bad document leaves the others of the file as they are", async () => {
  const { documents, problem } = await parseYaml("a: 1\n---\nb: [\n---\nc: 3\n---\nd: 1\nd: 2\n---\ne: 5\n");
  expect(problem).toBeNull();
  expect(documents.map((document) => document.value)).toEqual([{ a: 1 }, undefined, { c: 3 }, undefined, { e: 5 }]);
  expect(documents[3]?.problems[0]).toMatchObject({ line: 8, path: "d" });
});

test("values keep what they say: large numbers, dates, infinities, merge keys, old-style types", async () => {
  const text =
    "%YAML 1.1\n---\nid: 12345678901234567890\nday: 2001-01-01\nlimit: .inf\nbase: &base {x: 1}\nown: {<<: *base}\nbinary: !!binary aGk=\n";
  const { documents } = await parseYaml(text);
  expect(documents[0]?.value).toEqual({
    id: "12345678901234567890",
    day: "2001-01-01",
    limit: ".inf",
    base: { x: 1 },
    own: { "<<": { x: 1 } },
    binary: "aGk=",
  });
});

test("brackets inside text are text, and every place has its line", async () => {
  const { documents } = await parseYaml(
    `spec:\n  definition: |\n${"    [{\n".repeat(1000)}  targets:\n    - ./a.yaml\n    - ./b.yaml\n`,
  );
  expect(documents[0]?.lines.get("spec.definition")).toBe(2);
  expect(documents[0]?.lines.get("spec.targets[1]")).toBe(1005);
});

test("20,000 keys, 64 levels and 100 aliases are still read", async () => {
  expect(Object.keys((await parseYaml(manyKeys(20_000))).documents[0]?.value ?? {})).toHaveLength(20_000);
  expect((await parseYaml("[".repeat(64) + "]".repeat(64))).documents[0]?.problems).toEqual([]);
  const aliases = Array.from({ length: 100 }, (_, index) => `b${index}: *a`).join("\n");
  expect((await parseYaml(`a: &a 1\n${aliases}`)).documents[0]?.problems).toEqual([]);
});
