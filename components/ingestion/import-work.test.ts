import { expect, test } from "vitest";
import { sourceOf, startDraft } from "#components/ingestion/import-draft.ts";
import { describeFailure, taskLabel } from "#components/ingestion/import-work.ts";
import { RestError } from "#components/patterns/rest-client.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

const draft = {
  ...startDraft({ kind: "files" }),
  files: [
    { path: "a.yaml", sizeBytes: 1, content: "a" },
    { path: "b.yaml", sizeBytes: 1, content: "b" },
  ],
};

function refusal(status: number, fields: FieldProblem[] = []) {
  return new RestError({ type: "about:blank", title: "", status, detail: "Refused.", fields, requestId: "r-1" });
}

test("a file that the server knows by its place is called by its name", () => {
  const failure = describeFailure(
    refusal(422, [{ path: "source.files.1.content", message: "Not text" }]),
    "check",
    draft,
  );
  expect(failure).toEqual({
    detail: "Refused.",
    fields: [{ path: "source.files", message: "b.yaml: Not text" }],
    requestId: "r-1",
  });
});

test("other fields stay as they are, and so does the sentence", () => {
  const fields = [{ path: "source.url", message: "Use https" }];
  expect(describeFailure(refusal(422, fields), "import", draft)).toMatchObject({ detail: "Refused.", fields });
});

test("who is signed out is told so, and that nothing is lost", () => {
  expect(describeFailure(refusal(401), "import", draft).detail).toMatch(/signed out.*kept/);
});

test("without an answer, a check wrote nothing and an import may have arrived", () => {
  expect(describeFailure(new TypeError("Failed to fetch"), "check", draft).detail).toMatch(/nothing was written/);
  expect(describeFailure(new TypeError("Failed to fetch"), "import", draft).detail).toMatch(/may have arrived/);
});

test("progress says what is done, and a draft sends only what was filled in", () => {
  expect(taskLabel("check", draft)).toBe("Sending and reading 2 files");
  expect(taskLabel("import", startDraft({ kind: "git" }))).toBe(
    "Cloning and reading the repository, then writing to the catalog",
  );
  const git = startDraft({ url: " https://git.example.com/x.git ", path: "teams" });
  expect(sourceOf(git)).toEqual({ kind: "git", url: "https://git.example.com/x.git", path: "teams" });
});
