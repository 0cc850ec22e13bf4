"use client";
import { type ChangeEvent, type DragEvent, useRef, useState } from "react";
import type { FieldsProps } from "#components/ingestion/git-fields.tsx";
import { PickedFiles } from "#components/ingestion/picked-files.tsx";
import { readDropped } from "#components/ingestion/read-dropped.ts";
import { type FileReading, type OfferedFile, readFiles } from "#components/ingestion/read-files.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Field } from "#components/ui/field.tsx";
import { FileUp, FolderUp } from "#components/ui/icons.tsx";
import * as words from "#components/words/ingestion/file-picker.ts";

type Remarks = Pick<FileReading, "leftOut" | "ignoredCount">;

/** Files or a folder: chosen, or dropped here. They are looked at in the browser first. */
export function FilePicker({ draft, change, errorOf }: FieldsProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [isReading, setIsReading] = useState(false);
  const [remarks, setRemarks] = useState<Remarks>({ leftOut: [], ignoredCount: 0 });

  async function take(offered: Promise<OfferedFile[]>) {
    setIsReading(true);
    try {
      const { files: next, ...rest } = await readFiles(await offered, draft.files);
      setRemarks(rest);
      change({ files: next });
    } catch {
      setRemarks({ leftOut: [words.theBrowserCouldNotRead], ignoredCount: 0 });
    } finally {
      setIsReading(false);
    }
  }

  function onChoose(event: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(event.target.files ?? [])].map((file) => ({
      path: file.webkitRelativePath || file.name,
      file,
    }));
    // The same choice again would not be an event otherwise.
    event.target.value = "";
    if (chosen.length > 0) void take(Promise.resolve(chosen));
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    void take(readDropped(event.dataTransfer));
  }

  return (
    <Field group label={words.files} error={errorOf("source.files")} hint={words.filesHint}>
      <section
        aria-label={words.dropFilesOrAFolder}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
        className={classNames(
          "motion-fast grid justify-items-center gap-3 rounded-3 border border-dashed px-4 py-8 text-center",
          isOver ? "border-accent bg-accent-tint" : "border-line-control bg-sunken",
        )}
      >
        <p className="text-text-2 phone:hidden">{words.dropFilesOrAFolderHere}</p>
        <div className="flex flex-wrap justify-center gap-2">
          <Button icon={<FileUp aria-hidden />} busy={isReading} onClick={() => files.current?.click()}>
            {words.chooseFiles}
          </Button>
          <Button icon={<FolderUp aria-hidden />} busy={isReading} onClick={() => folder.current?.click()}>
            {words.chooseAFolder}
          </Button>
        </div>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label={words.filesToImport}
          data-testid="import-files"
          onChange={onChoose}
        />
        <input
          ref={(element) => {
            folder.current = element;
            // Not an attribute that React knows.
            element?.setAttribute("webkitdirectory", "");
          }}
          type="file"
          multiple
          hidden
          aria-label={words.folderToImport}
          data-testid="import-folder"
          onChange={onChoose}
        />
      </section>
      <PickedFiles
        files={draft.files}
        {...remarks}
        remove={(path) => change({ files: draft.files.filter((file) => file.path !== path) })}
        clear={() => {
          change({ files: [] });
          setRemarks({ leftOut: [], ignoredCount: 0 });
        }}
      />
    </Field>
  );
}
