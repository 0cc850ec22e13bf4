"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { FilePicker } from "#components/ingestion/file-picker.tsx";
import { GitFields } from "#components/ingestion/git-fields.tsx";
import type { ImportDraft } from "#components/ingestion/import-draft.ts";
import type { ImportProblem, Task } from "#components/ingestion/import-work.ts";
import { PasteField } from "#components/ingestion/paste-field.tsx";
import { ProblemNote } from "#components/ingestion/problem-note.tsx";
import { WayCards } from "#components/ingestion/way-cards.tsx";
import { UnsavedWarning } from "#components/patterns/unsaved-warning.tsx";
import { Button } from "#components/ui/button.tsx";
import { FileSearch, Import } from "#components/ui/icons.tsx";
import * as words from "#components/words/ingestion/import-form.ts";

export type ImportFormProps = {
  draft: ImportDraft;
  change: (part: Partial<ImportDraft>) => void;
  problem: ImportProblem | null;
  working: Task | null;
  progress: ReactNode;
  start: (task: Task) => void;
};

const fieldsOf = { git: GitFields, paste: PasteField, files: FilePicker };

/** Where from, and the two things to do with it. What was typed stays, whatever the answer is. */
export function ImportForm({ draft, change, problem, working, progress, start }: ImportFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const Fields = fieldsOf[draft.way];
  const shown = shownFields[draft.way];
  const errorOf = (path: string) => problem?.fields.find((field) => field.path === path)?.message;
  const isSaidAtField = problem?.fields.some((field) => shown.includes(field.path)) ?? false;

  useEffect(() => {
    if (problem !== null) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problem]);

  return (
    <form
      ref={form}
      noValidate
      className="grid max-w-[640px] gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (working === null) start("check");
      }}
    >
      <UnsavedWarning />
      <WayCards value={draft.way} onValueChange={(way) => change({ way })} />
      <Fields draft={draft} change={change} errorOf={errorOf} />
      {problem !== null && !isSaidAtField ? <ProblemNote problem={problem} /> : null}
      <div className="flex flex-wrap items-center gap-2 phone:[&>button]:h-10 phone:[&>button]:flex-1">
        <Button
          type="submit"
          variant="primary"
          icon={<FileSearch aria-hidden />}
          busy={working === "check"}
          disabled={working === "import"}
        >
          {words.checkFirst}
        </Button>
        <Button
          icon={<Import aria-hidden />}
          busy={working === "import"}
          disabled={working === "check"}
          onClick={() => start("import")}
        >
          {words.importLabel}
        </Button>
        <span className="phone:basis-full">{progress}</span>
      </div>
    </form>
  );
}

const shownFields: Record<ImportDraft["way"], string[]> = {
  git: ["source.url", "source.ref", "source.path"],
  paste: ["source.text"],
  files: ["source.files"],
};
