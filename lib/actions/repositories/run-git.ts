import { spawn } from "node:child_process";
import { devNull } from "node:os";
import { AppError } from "#lib/kernel/errors.ts";

// Fixed, so that the environment of this process cannot put another program in the place of git.
const programFolders = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin";
const maxOutputBytes = 4_000_000;

/** git said no. `stderr` is what it said. */
export class GitError extends Error {
  readonly stderr: string;

  constructor(command: string, stderr: string) {
    super(`git ${command} failed: ${stderr.trim().split("\n").at(-1) ?? "no reason given"}`);
    this.stderr = stderr;
  }
}

/**
 * Runs git with nothing of this machine's configuration: no hooks, no templates, no credentials, no questions, only local repositories.
 * Arguments are passed as they are, never through a shell.
 */
export function runGit(
  args: string[],
  options: { cwd: string; environment?: Record<string, string>; timeoutMs?: number },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const settings = [
      "core.hooksPath=/dev/null",
      "core.symlinks=false",
      "core.autocrlf=false",
      "core.quotePath=false",
      "gc.auto=0",
      "commit.gpgSign=false",
    ];
    const child = spawn("git", [...settings.flatMap((setting) => ["-c", setting]), ...args], {
      cwd: options.cwd,
      env: {
        NODE_ENV: "production",
        PATH: programFolders,
        HOME: options.cwd,
        LC_ALL: "C",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: devNull,
        GIT_TERMINAL_PROMPT: "0",
        GIT_ALLOW_PROTOCOL: "file",
        ...options.environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: options.timeoutMs ?? 30_000,
      killSignal: "SIGKILL",
    });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    let sizeBytes = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > maxOutputBytes) child.kill("SIGKILL");
      else output.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => complaints.length < 100 && complaints.push(chunk));
    child.on("error", (error) => {
      const isMissing = "code" in error && error.code === "ENOENT";
      reject(
        isMissing
          ? new AppError(
              "unavailable",
              "git is not installed where the worker runs; install it and run the action again.",
              [],
              { cause: error },
            )
          : error,
      );
    });
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString("utf8"));
      else
        reject(
          new GitError(
            args[0] ?? "",
            Buffer.concat(complaints).toString("utf8") ||
              (sizeBytes > maxOutputBytes ? "the output is too large" : "it took too long"),
          ),
        );
    });
  });
}
