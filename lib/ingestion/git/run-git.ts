import { spawn } from "node:child_process";
import type { Readable } from "node:stream";

/** The environment of every git process: nothing of ours, no configuration of the machine, no questions. */
export function gitEnvironment(home: string, protocols: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    PATH: "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin",
    HOME: home,
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "true",
    GIT_ALLOW_PROTOCOL: protocols,
    GIT_LFS_SKIP_SMUDGE: "1",
  };
}

/** Settings that keep git from running or following anything that a repository asks for. */
export const safeSettings = [
  "core.symlinks=false",
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.attributesFile=/dev/null",
  "core.bigFileThreshold=1m",
  "credential.helper=",
  "http.followRedirects=false",
  "http.proxy=",
  "submodule.recurse=false",
  "transfer.fsckObjects=true",
  "transfer.bundleURI=false",
  "protocol.version=2",
  "gc.auto=0",
].flatMap((setting) => ["-c", setting]);

export type GitOutcome = { isStopped: boolean; exitCode: number | null; output: Buffer; complaint: string };

type GitOptions = { environment: NodeJS.ProcessEnv; signal: AbortSignal; maxOutputBytes?: number };

/**
 * Runs git to its end. Never rejects. `signal` kills it with everything it started: git fetches over a helper process that would
 * otherwise outlive it.
 */
export function runGit(args: readonly string[], options: GitOptions): Promise<GitOutcome> {
  return new Promise((resolve) => {
    const child = spawn("git", args, { env: options.environment, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let isStopped = false;
    const stop = () => {
      isStopped = true;
      killGroup(child.pid);
    };
    if (options.signal.aborted) stop();
    options.signal.addEventListener("abort", stop, { once: true });
    const output = gather(child.stdout, options.maxOutputBytes ?? 1_000_000, stop);
    const complaint = gather(child.stderr, 100_000, () => undefined);
    const end = (exitCode: number | null, extra = "") => {
      options.signal.removeEventListener("abort", stop);
      resolve({
        isStopped,
        exitCode,
        output: Buffer.concat(output),
        complaint: `${Buffer.concat(complaint).toString("utf8")}${extra}`,
      });
    };
    child.on("error", (error) => end(null, error.message));
    child.on("close", (exitCode) => end(exitCode));
  });
}

function gather(stream: Readable, maxBytes: number, onOverflow: () => void): Buffer[] {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  stream.on("data", (chunk: Buffer) => {
    sizeBytes += chunk.length;
    if (sizeBytes <= maxBytes) chunks.push(chunk);
    else onOverflow();
  });
  return chunks;
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}
