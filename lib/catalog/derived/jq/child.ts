// The script of the jq children: started by path, imported by nothing. Its imports are relative and few, because it starts often.
import { setFlagsFromString } from "node:v8";
import { loadJq } from "jq-wasm";
import { serveChildJobs } from "../../../kernel/child-process/serve-child-jobs.ts";
import type { JqAnswer, JqJob } from "./answer.ts";

// 128 MB: the limit of the process does not hold for the memory of a WebAssembly module.
setFlagsFromString("--wasm-max-mem-pages=2048");
const jq = await loadJq();

serveChildJobs((input) => JSON.stringify(work(JSON.parse(input) as JqJob)));

function work({ program, inputs }: JqJob): JqAnswer {
  // Behind `empty` a program is read and never run. Only what is a whole program may stand between parentheses below.
  const read = jq.raw(null, `empty |\n${program}`, ["-c"]);
  if (read.exitCode !== 0) return { problem: problemIn(read.stderr) };
  if (inputs.length === 0) return { outcomes: [] };
  const message = `(if type == "string" then . else tojson end)`;
  const each = `[.[] | try {values: [limit(1; (\n${program}\n))]} catch {message: ${message}}]`;
  const result = jq.raw(inputs as object, each, ["-c"]);
  if (result.exitCode !== 0) return { problem: problemIn(result.stderr) };
  const outcomes = JSON.parse(result.stdout) as ({ values: unknown[] } | { message: string })[];
  return {
    outcomes: outcomes.map((outcome) =>
      "values" in outcome
        ? { ok: true, value: outcome.values[0] }
        : { ok: false, message: outcome.message.slice(0, 300) },
    ),
  };
}

/** `Line 1, column 6: foo/0 is not defined`, counted from the first line of the program. */
function problemIn(stderr: string): string {
  const first = stderr.split("\n").find((text) => text.trim() !== "") ?? "it cannot be run";
  const [, message, line, column] = /^jq: error: (.*) at <top-level>, line (\d+), column (\d+)/.exec(first) ?? [];
  if (message === undefined) return first.replace(/^jq: (error[^:]*: )?/, "").slice(0, 300);
  return `Line ${Math.max(1, Number(line) - 1)}, column ${column}: ${message.slice(0, 250)}`;
}
