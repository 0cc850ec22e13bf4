import { readFileSync, statSync } from "node:fs";

export type Count = { passed: number; failed: number; skipped: number };

type VitestReport = { testResults: { status: string; assertionResults: { status: string }[] }[] };
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** Counts tests from vitest's JSON report. A file that could not be loaded counts as one that failed. */
export function countOfVitest(path: string, startedAt: number, exitCode: number): Count {
  const report = readReport<VitestReport>(path, startedAt);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const statuses = report.testResults.flatMap((file) =>
    file.assertionResults.length === 0 && file.status === "failed"
      ? ["failed"]
      : file.assertionResults.map((test) => test.status),
  );
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.filter((status) => status === "failed").length;
  return { passed, failed: atLeastOne(failed, exitCode), skipped: statuses.length - passed - failed };
}

/** Counts tests from Playwright's JSON report. A journey that passed only when repeated has failed. */
export function countOfPlaywright(path: string, startedAt: number, exitCode: number): Count {
  const report = readReport<PlaywrightReport>(path, startedAt);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: atLeastOne(unexpected + flaky + report.errors.length, exitCode), skipped };
}

/** A runner that fails without a failing test (an unhandled rejection, a crash) has still failed. */
function atLeastOne(failed: number, exitCode: number): number {
  return failed === 0 && exitCode !== 0 ? 1 : failed;
}

/** The report of this run; one of an earlier run says nothing about it. */
function readReport<T>(path: string, startedAt: number): T | null {
  try {
    if (statSync(path).mtimeMs < startedAt) return null;
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch {
    return null;
  }
}
