import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type ClonedRepository, cloneRepository } from "#lib/ingestion/git/clone-repository.ts";
import { makeCloneDirectory } from "#lib/ingestion/git/make-clone-directory.ts";
import { createRepository, type Interceptor, makeFolder, startGitServer } from "#lib/ingestion/git/testing.ts";

const folder = makeFolder();
const networks = ["127.0.0.1/32"];
let server: Awaited<ReturnType<typeof startGitServer>>;
let intercept: Interceptor = () => false;

beforeAll(async () => {
  server = await startGitServer(folder, (request, response) => intercept(request, response));
  createRepository(folder, "team/catalog", {
    "catalog-info.yaml": "kind: X\n",
    "docs/größe.md": "# ä\n",
    "large.bin": "x".repeat(6_000_000),
  });
});
afterAll(() => server.close());
afterEach(() => {
  intercept = () => false;
});

// A directory for temporary files of its own: other tests clone at the same time.
vi.stubEnv("TMPDIR", makeFolder());
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith("causeway-git-"));
const files = ({ tree }: ClonedRepository) => tree.list();

test("what a killed process left behind is removed by the next clone, what is young is not", async () => {
  const [old, young] = [await makeCloneDirectory(), await makeCloneDirectory()];
  writeFileSync(join(old, "pack"), "half a clone");
  utimesSync(old, new Date(), new Date(Date.now() - 2 * 3_600_000));
  const made = await makeCloneDirectory();
  expect([old, young, made].map((path) => existsSync(path))).toEqual([false, true, true]);
  for (const path of [young, made]) rmSync(path, { recursive: true });
});

test("the files of the latest commit are there to be read, and nothing is left afterwards", async () => {
  const before = leftovers();
  const seen = await cloneRepository(
    { url: server.urlOf("team/catalog") },
    { networks },
    async ({ tree, revision, name }) => ({
      revision,
      name,
      paths: await tree.list(),
      texts: await Promise.all(
        ["catalog-info.yaml", "docs/größe.md", "large.bin", "nowhere", "../../etc/passwd"].map((path) =>
          tree.read(path),
        ),
      ),
    }),
  );
  expect(seen.name).toBe("team/catalog");
  expect(seen.revision).toBe(
    execFileSync("git", ["--git-dir", join(folder, "team/catalog.git"), "rev-parse", "HEAD"])
      .toString()
      .trim(),
  );
  expect(seen.paths).toEqual(["catalog-info.yaml", "docs/größe.md", "large.bin"]);
  expect(seen.texts).toEqual([
    { text: "kind: X\n" },
    { text: "# ä\n" },
    { problem: "is 6 MB large; at most 5 MB a file can be read" },
    { problem: "does not exist" },
    { problem: "does not exist" },
  ]);
  expect(leftovers()).toEqual(before);
});

test("a branch or tag can be asked for", async () => {
  createRepository(folder, "branches", { "a.yaml": "main" }, (_work, git) => {
    git("commit", "-q", "-m", "First");
    git("checkout", "-q", "-b", "release/1.2");
    git("rm", "-q", "a.yaml");
    git("commit", "-q", "--allow-empty", "-m", "Other");
    git("checkout", "-q", "main");
  });
  expect(await cloneRepository({ url: server.urlOf("branches") }, { networks }, files)).toEqual(["a.yaml"]);
  expect(await cloneRepository({ url: server.urlOf("branches"), ref: "release/1.2" }, { networks }, files)).toEqual([]);
  await expect(
    cloneRepository({ url: server.urlOf("branches"), ref: "nowhere" }, { networks }, files),
  ).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "ref", message: "The repository has no branch or tag nowhere; check the name." }],
  });
});

test.each([
  "--exec=id",
  "-b",
  "a..b",
  "HEAD^{tree}",
  "a b",
  "a;b",
  "refs//x",
  "x.lock",
  "a/.b",
  "main\n--exec=id",
  "@{-1}",
  "a".repeat(201),
  "/etc",
])("branch %j is refused", async (ref) => {
  await expect(cloneRepository({ url: server.urlOf("team/catalog"), ref }, { networks }, files)).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "ref" }],
  });
});

test.each([
  "ext::sh -c 'touch /tmp/causeway-canary'",
  "file:///etc",
  "/etc",
  "--upload-pack=touch /tmp/causeway-canary",
  "https://--upload-pack=id/",
  "ssh://-oProxyCommand=id/x",
  "git://example.com/x",
  "https://user:secret@example.com/x.git",
  "https://127.0.0.1/x.git",
  "https://localhost/x.git",
  "https://[::1]/x.git",
  "http://169.254.169.254/latest",
  "https://example.com:22/x.git",
])("address %j is refused without a connection", async (url) => {
  const count = server.requests.length;
  await expect(cloneRepository({ url }, { networks: [] }, files)).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "url" }],
  });
  expect(server.requests).toHaveLength(count);
  expect(existsSync("/tmp/causeway-canary")).toBe(false);
});

test("http is refused outside opened networks, and a private network until it is opened", async () => {
  await expect(cloneRepository({ url: server.urlOf("team/catalog") }, { networks: [] }, files)).rejects.toThrow(
    "CAUSEWAY_PRIVATE_NETWORKS",
  );
  const lookUp = async () => [{ address: "93.184.216.34", family: 4 }];
  await expect(cloneRepository({ url: "http://example.com/x.git" }, { networks, lookUp }, files)).rejects.toThrow(
    "use https",
  );
});

test("the connection goes to the address that was checked, whatever the name means later", async () => {
  const url = server.urlOf("team/catalog").replace("127.0.0.1", "catalog.example.com");
  const lookUp = async () => [{ address: "127.0.0.1", family: 4 }];
  expect(await cloneRepository({ url }, { networks, lookUp }, files)).toHaveLength(3);
});

test("links, submodules, hooks, filters and large-file pointers do nothing", async () => {
  const canary = join(folder, "canary");
  createRepository(
    folder,
    "hostile",
    {
      ".gitattributes": "* filter=evil\n",
      ".gitmodules": `[submodule "x"]\n\tpath = x\n\turl = ${server.urlOf("team/catalog")}\n`,
      "a.yaml": "a: 1\n",
    },
    (work, git) => {
      symlinkSync("/etc/passwd", join(work, "link.yaml"));
      symlinkSync("/etc", join(work, "dir"));
      writeFileSync(join(work, "pointer.bin"), "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");
      git("add", "-A");
      git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},x`);
    },
  );
  writeFileSync(join(folder, "hostile.git/hooks/post-checkout"), `#!/bin/sh\ntouch ${canary}\n`, { mode: 0o755 });
  const seen = await cloneRepository({ url: server.urlOf("hostile") }, { networks }, async ({ tree }) => ({
    paths: await tree.list(),
    link: await tree.read("link.yaml"),
    below: await tree.read("dir/passwd"),
  }));
  expect(seen).toEqual({
    paths: [".gitattributes", ".gitmodules", "a.yaml", "pointer.bin"],
    link: { problem: "is a symbolic link or a submodule, which are not followed" },
    below: { problem: "does not exist" },
  });
  expect(existsSync(canary)).toBe(false);
  expect(server.requests.filter((request) => request.includes("hostile"))).toHaveLength(3);
});

test("a redirect is not followed", async () => {
  intercept = (request, response) => {
    if (request.url?.startsWith("/moved") !== true) return false;
    response
      .writeHead(302, { location: `${server.urlOf("team/catalog")}${request.url.slice("/moved.git".length)}` })
      .end();
    return true;
  };
  const count = server.requests.length;
  await expect(cloneRepository({ url: server.urlOf("moved") }, { networks }, files)).rejects.toMatchObject({
    fields: [{ path: "url" }],
  });
  expect(server.requests.slice(count).filter((request) => request.includes("team/catalog"))).toEqual([]);
});

test.each([
  [404, "There is no git repository at this address"],
  [401, "asks for a sign-in"],
  [403, "asks for a sign-in"],
  [500, "could not be fetched"],
])("status %i is told as it is", async (status, sentence) => {
  intercept = (_request, response) => {
    response.writeHead(status, { "www-authenticate": "Basic realm=x" }).end();
    return true;
  };
  await expect(cloneRepository({ url: server.urlOf("any") }, { networks }, files)).rejects.toThrow(sentence);
});

test("a server that never answers costs the time that was set, and leaves no process and no folder", async () => {
  intercept = () => true;
  const before = leftovers();
  const startedAt = performance.now();
  await expect(
    cloneRepository({ url: server.urlOf("any") }, { networks, timeoutMs: 1_000 }, files),
  ).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("within 1 seconds") });
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect(leftovers()).toEqual(before);
});

test("a repository that is too large, or has too many files, is refused", async () => {
  createRepository(folder, "noise", {
    "noise.txt": Array.from({ length: 200_000 }, (_, index) => Math.sin(index)).join("\n"),
  });
  await expect(
    cloneRepository({ url: server.urlOf("noise") }, { networks, maxBytes: 1_000_000 }, files),
  ).rejects.toMatchObject({
    code: "too_large",
    message: "The repository is larger than 1 MB; import from a smaller one.",
  });
  await expect(
    cloneRepository({ url: server.urlOf("team/catalog") }, { networks, maxFiles: 2 }, files),
  ).rejects.toMatchObject({ code: "too_large" });
});

test("an endless tree made of a few objects is cut off", { timeout: 30_000 }, async () => {
  createRepository(folder, "bomb", { "0": "x" }, (_work, git) => {
    let tree = git("write-tree").trim();
    for (let level = 0; level < 9; level += 1) {
      const listing = Array.from({ length: 10 }, (_, index) => `040000 tree ${tree}\t${index}`).join("\n");
      tree = execFileSync("git", ["--git-dir", join(_work, ".git"), "mktree"], { input: `${listing}\n` })
        .toString()
        .trim();
    }
    git("read-tree", "--empty");
    const commit = git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit-tree", "-m", "bomb", tree).trim();
    git("update-ref", "refs/heads/bomb", commit);
  });
  const startedAt = performance.now();
  await expect(cloneRepository({ url: server.urlOf("bomb"), ref: "bomb" }, { networks }, files)).rejects.toMatchObject({
    code: "too_large",
  });
  expect(performance.now() - startedAt).toBeLessThan(20_000);
});

test("a repository without commits is said to have none", async () => {
  execFileSync("git", ["init", "-q", "--bare", join(folder, "empty.git")]);
  await expect(cloneRepository({ url: server.urlOf("empty") }, { networks }, files)).rejects.toThrow("no commit yet");
});

test("the folder goes away when using the repository fails", async () => {
  const before = leftovers();
  await expect(
    cloneRepository({ url: server.urlOf("team/catalog") }, { networks }, async () =>
      Promise.reject(new Error("a failure of the caller")),
    ),
  ).rejects.toThrow("a failure of the caller");
  expect(leftovers()).toEqual(before);
});
