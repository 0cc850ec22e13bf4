"use client";
import type { ImportDraft } from "#components/ingestion/import-draft.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

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
      <Field
        label="Address of the repository"
        hint="An https address that can be read without a password. Addresses in a private network only where an operator has allowed them."
        error={errorOf("source.url")}
      >
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
        <Field
          label="Branch or tag"
          optional
          hint="Empty: the one the repository prefers."
          error={errorOf("source.ref")}
        >
          <Input
            mono
            autoCapitalize="none"
            spellCheck={false}
            placeholder="main"
            value={draft.ref}
            onChange={(event) => change({ ref: event.target.value })}
          />
        </Field>
        <Field
          label="File or folder"
          optional
          hint="Empty: catalog-info.yaml, else every YAML file."
          error={errorOf("source.path")}
        >
          <Input
            mono
            autoCapitalize="none"
            spellCheck={false}
            placeholder="catalog/all.yaml"
            value={draft.path}
            onChange={(event) => change({ path: event.target.value })}
          />
        </Field>
      </div>
      <Checkbox
        label="Read every YAML file"
        hint="Also those that no catalog-info.yaml points at."
        checked={draft.isEveryFileWanted}
        onCheckedChange={(isEveryFileWanted) => change({ isEveryFileWanted })}
      />
    </>
  );
}
