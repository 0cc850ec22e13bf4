import { afterEach, expect, test } from "vitest";
import { type ChildPool, createChildPool } from "#lib/kernel/child-process/create-child-pool.ts";

let pool: ChildPool | undefined;
afterEach(() => pool?.close());

const script = "lib/kernel/child-process/fixtures/obeying-child.ts";

test("a job is answered, and a child is used again", async () => {
  pool = createChildPool({ script, deadlineMs: 30_000, maxChildren: 1 });
  expect(await pool.run("echo ä𝄞")).toEqual({ ok: true, output: "echo ä𝄞" });
  const first = await pool.run("pid");
  expect(await pool.run("pid")).toEqual(first);
});

test("a child that hangs, crashes, eats memory or answers too much costs its own job only", {
  timeout: 120_000,
}, async () => {
  pool = createChildPool({ script, deadlineMs: 4_000, maxChildren: 2, maxOutputBytes: 1_000_000 });
  const outcomes = await Promise.all(["hang", "exit", "echo", "throw", "flood", "echo"].map((job) => pool?.run(job)));
  expect(outcomes.map((outcome) => (outcome?.ok ? outcome.output : outcome?.reason))).toEqual([
    "deadline",
    "crashed",
    "echo",
    "crashed",
    "output_too_large",
    "echo",
  ]);
  const memory = createChildPool({ script, deadlineMs: 60_000, memoryMb: 32, maxChildren: 1 });
  expect(await memory.run("memory")).toEqual({ ok: false, reason: "crashed" });
  expect(await memory.run("echo")).toEqual({ ok: true, output: "echo" });
  memory.close();
});

test("a child sees no environment", async () => {
  pool = createChildPool({ script, deadlineMs: 30_000, maxChildren: 1 });
  expect(await pool.run("environment")).toEqual({ ok: true, output: "NODE_ENV" });
});

test("lanes take turns, and what does not fit is turned away at once", async () => {
  pool = createChildPool({ script, deadlineMs: 30_000, maxChildren: 1, maxWaiting: 21 });
  const order: string[] = [];
  const note = (name: string) => () => order.push(name);
  const many = Array.from({ length: 21 }, () => pool?.run("echo", { lane: "many" }).then(note("many")));
  const one = pool.run("echo", { lane: "one" }).then(note("one"));
  expect(await pool.run("echo", { lane: "three" })).toEqual({ ok: false, reason: "busy" });
  await Promise.all([...many, one]);
  expect(order.indexOf("one")).toBeLessThan(4);
});

test("a child is replaced after some jobs", async () => {
  pool = createChildPool({ script, deadlineMs: 30_000, maxChildren: 1, recycleAfterJobs: 2 });
  const pids = [await pool.run("pid"), await pool.run("pid"), await pool.run("pid")].map((outcome) =>
    outcome.ok ? outcome.output : "",
  );
  expect(pids[0]).toBe(pids[1]);
  expect(pids[2]).not.toBe(pids[1]);
});
