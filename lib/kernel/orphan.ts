import { isMainThread } from "node:worker_threads";

const drainMs = 6_000;

/**
 * Ends this process when the one that started it is gone (killed, so that it could not say goodbye): first in order, as if told to
 * stop, then for certain. Without it, a killed supervisor would leave a web server behind that keeps the port.
 */
export function exitWhenOrphaned(): void {
  if (!isMainThread) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    setTimeout(() => process.exit(1), drainMs).unref();
    process.kill(process.pid, "SIGTERM");
  }, 1000);
  timer.unref();
}
