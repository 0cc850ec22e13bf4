import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runStep } from "../steps.mjs";

const neededMegabytes = 1500;

/**
 * Installs the packages of the lock file when they are missing or differ from it.
 * A stamp with the lock file's hash tells which one was installed last; times of files do not survive a copy or a checkout.
 * @param {string} root
 */
export async function installPackages(root) {
  const lock = readFileSync(join(root, "package-lock.json"));
  const hash = createHash("sha256").update(lock).digest("hex");
  const stamp = join(root, "node_modules", ".causeway-lock-hash");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  if (!isInstalled(root, JSON.parse(lock.toString()))) {
    const disk = statfsSync(root);
    const free = Math.floor((disk.bavail * disk.bsize) / 1_048_576);
    if (free < neededMegabytes) {
      throw new Error(
        `Installing needs ${neededMegabytes} MB and ${root} has ${free} MB free; make room and run the command again.`,
      );
    }
    await runStep("Installing packages", ({ note }) => runNpm(root, note));
  }
  try {
    writeFileSync(stamp, hash);
  } catch {
    // Packages installed by somebody else: comparing them each time is only slower.
  }
}

/** Whether what npm wrote down about `node_modules` is what the lock file asks for: true after a person's own `npm install`. */
function isInstalled(root, lock) {
  let installed;
  try {
    installed = JSON.parse(readFileSync(join(root, "node_modules", ".package-lock.json"), "utf8")).packages;
  } catch {
    return false;
  }
  const wanted = Object.entries(lock.packages).filter(([place]) => place !== "");
  return wanted.every(([place, { version, integrity, optional }]) => {
    const present = installed[place];
    if (present === undefined) return optional === true;
    return present.version === version && present.integrity === integrity;
  });
}

function runNpm(root, note) {
  const started = npmCommand();
  const parameters = [
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--include=dev",
    "--include=optional",
    "--loglevel=http",
    "--progress=false",
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(started.program, [...started.parameters, ...parameters], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      shell: started.shell,
    });
    const stop = () => {
      child.kill("SIGTERM");
      process.exit(130);
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
    let output = "";
    let fetched = 0;
    const read = (chunk) => {
      output = (output + chunk).slice(-20_000);
      fetched += String(chunk).split("http fetch").length - 1;
      if (fetched > 0) note(`${fetched} requests`);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", () => reject(new Error("npm was not found; install Node with npm and run the command again.")));
    child.on("exit", (code) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      if (code === 0) resolve(undefined);
      else reject(new Error(explainFailure(output)));
    });
  });
}

/** The npm that started us, else the one on the path. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli && /^npm-cli\.c?js$/.test(basename(cli)))
    return { program: process.execPath, parameters: [cli], shell: false };
  return { program: "npm", parameters: [], shell: process.platform === "win32" };
}

function explainFailure(output) {
  if (/ENOSPC|no space left/i.test(output)) return "The disk is full; make room and run the command again.";
  if (/EACCES|EPERM/.test(output))
    return "npm may not write to node_modules here; give it to your user (chown) and run the command again.";
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ECONNRESET|EAI_AGAIN/.test(output)) {
    return "The npm registry cannot be reached; check the network or the proxy settings of npm and run the command again.";
  }
  const tail = output
    .split("\n")
    .filter((line) => line.startsWith("npm error"))
    .slice(0, 15)
    .join("\n");
  return `${tail}\nThe packages could not be installed; correct what npm says above and run the command again.`;
}
