"use client";
import type { ImportDraft } from "#components/ingestion/import-draft.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import * as words from "#components/words/ingestion/git-fields.ts";

export type FieldsProps = {
  draft: ImportDraft;
  change: (part: Partial<ImportDraft>) => void;
  /** What was wrong with the field of this name, as the server calls it. */
  errorOf: (path: string) => string | undefined;
};

/** A repository: its address, and which part of it. */
export function GitFields({ draft, change, errorOf }: FieldsProps) {
  return (
    <>
      <Field label={words.addressOfTheRepository} hint={words.addressHint} error={errorOf("source.url")}>
        <Input
          mono
          type="text"
          inputMode="url"
          autoComplete="url"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="https://git.example.com/team/catalog.git"
          value={draft.url}
          onChange={(event) => change({ url: event.target.value })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <Field label={words.branchOrTag} optional hint={words.branchOrTagHint} error={errorOf("source.ref")}>
          <Input
            mono
            autoCapitalize="none"
            spellCheck={false}
            placeholder={words.main}
            value={draft.ref}
            onChange={(event) => change({ ref: event.target.value })}
          />
        </Field>
        <Field label={words.fileOrFolder} optional hint={words.fileOrFolderHint} error={errorOf("source.path")}>
          <Input
            mono
            autoCapitalize="none"
            spellCheck={false}
            placeholder={words.catalogAllYaml}
            value={draft.path}
            onChange={(event) => change({ path: event.target.value })}
          />
        </Field>
      </div>
      <Checkbox
        label={words.readEveryYamlFile}
        hint={words.readEveryYamlHint}
        checked={draft.isEveryFileWanted}
        onCheckedChange={(isEveryFileWanted) => change({ isEveryFileWanted })}
      />
    </>
  );
}
