import { spawn } from "node:child_process";
import { constants } from "node:os";

const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a program that owns the terminal, passes signals on and waits until it has stopped in its own order.
 * Ctrl-C reaches the whole process group, so the program may see a signal twice.
 * @param {string} program
 * @param {string[]} parameters
 * @param {import("node:child_process").SpawnOptions} options
 * @returns {Promise<number>} the exit code
 */
export function runInForeground(program, parameters, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...options, stdio: "inherit" });
    for (const signal of forwarded) process.on(signal, () => child.kill(signal));
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
