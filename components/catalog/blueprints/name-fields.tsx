"use client";
import { memberName } from "#components/catalog/names-from-titles.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import * as words from "#components/words/catalog/blueprints/name-fields.ts";

type Names = { title: string; identifier: string };
type Props = {
  names: Names;
  /** Whether entities may have it under this identifier already. */
  isStored: boolean;
  titleHint?: string | undefined;
  /** What another identifier leaves behind, when it is stored. */
  storedHint: string;
  errorOf: (path: string) => string | undefined;
  onChange: (naming: (now: Names) => Partial<Names>) => void;
};

/** What a property or a relation is called. Until somebody names it otherwise, the name for programs follows the title. */
export function NameFields({ names, isStored, titleHint, storedHint, errorOf, onChange }: Props) {
  return (
    <>
      <Field label={words.title} hint={titleHint} error={errorOf("title")}>
        <Input
          value={names.title}
          autoComplete="off"
          onChange={({ target: { value: title } }) =>
            onChange((now) =>
              !isStored && now.identifier === memberName(now.title)
                ? { title, identifier: memberName(title) }
                : { title },
            )
          }
        />
      </Field>
      <Field label={words.identifier} error={errorOf("identifier")} consequence={isStored ? storedHint : undefined}>
        <Input
          value={names.identifier}
          mono
          autoComplete="off"
          spellCheck={false}
          onChange={({ target: { value: identifier } }) => onChange(() => ({ identifier }))}
        />
      </Field>
    </>
  );
}
