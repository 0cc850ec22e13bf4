import { fork } from "node:child_process";
import { appEnvironment } from "./app-environment.ts";
import type { Installation } from "./installation.ts";
import { root } from "./root.ts";
import { bold, dim, say } from "./steps.mjs";

export type Link = { label: string; url: string };

/** Prints where Causeway is and how to get in. */
export function printAddress(installation: Installation, links: Link[], startedAt: number): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say();
  say(`  Causeway is ready at ${bold(installation.origin)}  ${dim(`${seconds} s`)}`);
  if (links.length > 0) {
    const width = Math.max(...links.map((link) => link.label.length));
    say();
    say(
      installation.isDemo
        ? "  Sign in with one click, each link works once:"
        : "  Set up your organization, the link works once:",
    );
    for (const link of links) say(`    ${link.label.padEnd(width)}  ${link.url}`);
  }
  say();
  say(`  ${dim(`Ctrl-C stops everything. Logs are in ${installation.dataDir}/logs`)}`);
  say();
}

/** Links are made by the application in a process of its own, which has the application's rights and settings. */
export function makeLinks(installation: Installation, ownerUrl: string): Promise<Link[]> {
  return new Promise((resolve, reject) => {
    const child = fork("bin/make-sign-in-links.ts", [installation.isDemo ? "demo" : "setup"], {
      cwd: root,
      env: appEnvironment(installation, ownerUrl, { hasQueue: false, mode: "production" }),
      execArgv: ["--disable-warning=ExperimentalWarning"],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let links: Link[] | undefined;
    let complaint = "";
    child.stderr?.on("data", (chunk) => (complaint = (complaint + chunk).slice(-2_000)));
    child.on("message", (message) => (links = message as Link[]));
    child.on("error", reject);
    child.on("close", () =>
      links === undefined ? reject(new Error(`sign-in links could not be made: ${complaint.trim()}`)) : resolve(links),
    );
  });
}
