import { expect, test } from "vitest";
import { AppError, asAppError, problemOf, statusOfCode } from "#lib/kernel/errors.ts";

const databaseError = (code: string) => new Error("drizzle", { cause: Object.assign(new Error("postgres"), { code }) });

test("an error of ours becomes a problem document with its status and fields", () => {
  const error = new AppError("invalid", "Some of the input cannot be used.", [{ path: "name", message: "Too short" }]);
  expect(problemOf(error, "r1")).toEqual({
    type: "urn:causeway:problem:invalid",
    title: "Cannot be used",
    status: 422,
    detail: "Some of the input cannot be used.",
    fields: [{ path: "name", message: "Too short" }],
    requestId: "r1",
  });
});

test("what nobody foresaw tells nothing of itself, only its request id", () => {
  const problem = problemOf(new Error("password=hunter2 at secret.ts:7"), "r2");
  expect(problem).toMatchObject({ status: 500, requestId: "r2" });
  expect(JSON.stringify(problem)).not.toMatch(/hunter2|secret\.ts/);
  expect(problemOf("a thrown text", "r3").status).toBe(500);
  expect(problemOf(undefined, "r4").status).toBe(500);
});

test.each([
  ["23505", 409],
  ["40001", 409],
  ["22021", 422],
  ["22P05", 422],
  ["54001", 422],
  ["57014", 503],
  ["57P01", 503],
  ["53100", 503],
  ["ECONNREFUSED", 503],
  ["CONNECTION_CLOSED", 503],
  ["42501", 500],
])("the database's %s is answered with %i, wherever it is in the chain of causes", (code, status) => {
  expect(statusOfCode[asAppError(databaseError(code)).code]).toBe(status);
});

test("our own error keeps its meaning when something wraps it", () => {
  const ours = new AppError("not_found", "There is no such key.");
  expect(asAppError(new Error("wrapped", { cause: ours }))).toBe(ours);
});
