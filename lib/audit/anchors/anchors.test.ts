import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { anchorsOf, readAnchors } from "#lib/audit/anchors/read-anchors.ts";
import { anchorsPath, writeAnchors } from "#lib/audit/anchors/write-anchors.ts";

const directory = await mkdtemp(join(tmpdir(), "causeway-anchors-"));
afterAll(() => rm(directory, { recursive: true }));
const secret = "a secret of tests that is long enough";
const head = (seq: number) => ({ org_id: "one", slug: "one", seq: String(seq), hash: `hash ${seq}` });

test("each new head is one signed line, only the owner of the file may read it", async () => {
  const path = anchorsPath(directory);
  await writeAnchors([head(5)], { path, secret });
  await writeAnchors([head(5)], { path, secret });
  await writeAnchors([head(9), { ...head(2), org_id: "two" }], { path, secret });
  const { anchors, foreignLines } = await readAnchors(path, secret);
  expect(anchors.map((anchor) => [anchor.orgId, anchor.seq])).toEqual([
    ["one", 5],
    ["one", 9],
    ["two", 2],
  ]);
  expect(foreignLines).toEqual([]);
  expect((await stat(path)).mode & 0o077).toBe(0);
});

test("a line that was changed, half written or signed with another secret is named and not believed", async () => {
  const path = join(directory, "forged.jsonl");
  await writeAnchors([head(5)], { path, secret });
  await writeAnchors([head(6)], { path, secret: `another ${secret}` });
  await appendFile(
    path,
    `${(await readFile(path, "utf8")).split("\n")[0]?.replace('"seq":5', '"seq":4')}\n{"kind":"anch`,
  );
  const { anchors, foreignLines } = await readAnchors(path, secret);
  expect(anchors.map((anchor) => anchor.seq)).toEqual([5]);
  expect(foreignLines).toEqual([2, 3, 4]);
});

test("what was written down before a backup was read back is not held against it", async () => {
  const path = join(directory, "restored.jsonl");
  await writeAnchors([head(5)], { path, secret });
  await writeAnchors([head(9)], { path, secret });
  await writeAnchors([head(7)], { path, secret, kind: "restore" });
  await writeAnchors([head(8)], { path, secret });
  const { anchors } = await readAnchors(path, secret);
  expect(anchorsOf(anchors, "one").map((anchor) => anchor.seq)).toEqual([7, 8]);
});
