import { existsSync } from "node:fs";
import { childEnvironment } from "./environment.ts";
import { programPath } from "./package-programs.ts";
import { Refusal } from "./refusal.ts";
import { runNode, runProgram } from "./run-child.ts";
import { runStep } from "./steps.mjs";

const systemPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"];

/** Makes sure that a Chromium is there. Returns its path, or null for the one that Playwright keeps itself. */
export function ensureChromium(): Promise<string | null> {
  return runStep("Looking for Chromium", async ({ note, settle }) => {
    const given = process.env.CHROMIUM_PATH;
    if (given !== undefined && existsSync(given)) return given;
    const present = systemPaths.find((path) => existsSync(path));
    if (present !== undefined) return present;
    const environment = childEnvironment({ DEBIAN_FRONTEND: "noninteractive" });
    const collected = { environment, output: "collect", onLine: note } as const;
    if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
      settle("Installed Chromium");
      await runProgram("/usr/bin/apt-get", ["update"], collected);
      await runProgram("/usr/bin/apt-get", ["install", "-y", "--no-install-recommends", "chromium"], collected);
      const installed = systemPaths.find((path) => existsSync(path));
      if (installed !== undefined) return installed;
    }
    const { code } = await runNode([programPath("@playwright/test", "playwright"), "install", "chromium"], collected);
    if (code === 0) return null;
    throw new Refusal(
      "The browser journeys need a Chromium and none could be installed; install the package chromium, or set CHROMIUM_PATH to one.",
    );
  });
}
