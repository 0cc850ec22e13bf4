import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What a test needs to change the answer of a git server before git gives it. Returns whether it has answered. */
export type Interceptor = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A real git server for tests: `git http-backend` over HTTP on 127.0.0.1, serving the bare repositories of a folder. */
export async function startGitServer(
  folder: string,
  intercept: Interceptor = () => false,
): Promise<{ urlOf(name: string): string; requests: string[]; close(): Promise<void> }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (!intercept(request, response)) serveGit(folder, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    requests,
    urlOf: (name) => `http://127.0.0.1:${port}/${name}.git`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A temporary folder that is removed at the end of the process, should the test forget. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "causeway-test-git-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A bare repository `<name>.git` in a folder, with one commit of the given files. `prepare` may add what cannot be written as text. */
export function createRepository(
  folder: string,
  name: string,
  files: Record<string, string>,
  prepare: (work: string, git: (...args: string[]) => string) => void = () => undefined,
): void {
  const work = mkdtempSync(join(tmpdir(), "causeway-test-work-"));
  const environment = {
    NODE_ENV: "test" as const,
    PATH: "/usr/local/bin:/usr/bin:/bin",
    HOME: work,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Test",
    GIT_AUTHOR_EMAIL: "test@example.com",
    GIT_COMMITTER_NAME: "Test",
    GIT_COMMITTER_EMAIL: "test@example.com",
  };
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: work, env: environment, stdio: ["ignore", "pipe", "ignore"] }).toString();
  try {
    git("init", "-q", "-b", "main");
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), content);
    }
    git("add", "-A");
    prepare(work, git);
    git("commit", "-q", "--allow-empty", "-m", "Files of a test");
    git("clone", "-q", "--bare", work, join(folder, `${name}.git`));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function serveGit(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://localhost");
  const backend = spawn("git", ["http-backend"], {
    env: {
      NODE_ENV: "test" as const,
      PATH: "/usr/local/bin:/usr/bin:/bin",
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: "1",
      REQUEST_METHOD: request.method ?? "GET",
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
    },
    stdio: ["pipe", "pipe", "ignore"],
  });
  request.pipe(backend.stdin);
  backend.stdin.on("error", () => undefined);
  const chunks: Buffer[] = [];
  backend.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  backend.on("close", () => {
    const answer = Buffer.concat(chunks);
    const headEnd = answer.indexOf("\r\n\r\n");
    for (const line of answer.toString("latin1", 0, headEnd).split("\r\n")) {
      const [name = "", ...value] = line.split(": ");
      if (name.toLowerCase() === "status") response.statusCode = Number.parseInt(value.join(": "), 10);
      else if (name !== "") response.setHeader(name, value.join(": "));
    }
    response.end(answer.subarray(headEnd + 4));
  });
}
