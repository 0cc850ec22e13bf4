import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { NewestAnswer } from "./newest-answer.ts";

test("an older answer never comes after a newer question, even when it ignores that it was ended", async () => {
  const newest = new NewestAnswer(1);
  const shown: string[] = [];
  const slow = Promise.withResolvers<string>();
  const started = Promise.withResolvers<AbortSignal>();
  newest.ask(
    (signal) => {
      started.resolve(signal);
      return slow.promise;
    },
    (answer) => shown.push(answer),
  );
  const signal = await started.promise;
  const second = Promise.withResolvers<void>();
  newest.ask(
    async () => "second",
    (answer) => {
      shown.push(answer);
      second.resolve();
    },
  );
  expect(signal.aborted).toBe(true);
  await second.promise;
  slow.resolve("first");
  await pause(20);
  expect(shown).toEqual(["second"]);
});

test("of many letters only the last is asked, and nothing once all is forgotten", async () => {
  const newest = new NewestAnswer(5);
  const asked: number[] = [];
  for (const letter of [1, 2, 3])
    newest.ask(
      async () => asked.push(letter),
      () => undefined,
    );
  await pause(40);
  expect(asked).toEqual([3]);
  newest.ask(
    async () => asked.push(4),
    () => undefined,
  );
  newest.forget();
  await pause(40);
  expect(asked).toEqual([3]);
});

test("a failure is told only for the newest question", async () => {
  const newest = new NewestAnswer(1);
  const failed = Promise.withResolvers<void>();
  newest.ask(
    () => Promise.reject(new Error("no network")),
    () => undefined,
    failed.resolve,
  );
  await failed.promise;
});
