"use client";
import { BlueprintIcon, blueprintIcons } from "#components/catalog/blueprint-icon.tsx";
import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { type OnUpdate, setter } from "#components/catalog/blueprints/update.ts";
import { hyphenated } from "#components/catalog/names-from-titles.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import * as words from "#components/words/catalog/blueprints/basics-fields.ts";

type Props = {
  draft: BlueprintDraft;
  isNew: boolean;
  errorOf: (path: string) => string | undefined;
  onChange: OnUpdate<BlueprintDraft>;
};

/** What a kind is called, here and by programs, and its icon. */
export function BasicsFields({ draft, isNew, errorOf, onChange }: Props) {
  const set = setter(onChange);
  const changeTitle = (title: string) =>
    onChange((now) => ({
      ...now,
      title,
      ...(isNew && now.identifier === hyphenated(now.title) ? { identifier: hyphenated(title) } : {}),
      ...(now.pluralTitle === pluralOf(now.title) ? { pluralTitle: pluralOf(title) } : {}),
    }));
  return (
    <>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <Field label={words.title} error={errorOf("title")}>
          <Input value={draft.title} autoComplete="off" onChange={(event) => changeTitle(event.target.value)} />
        </Field>
        <Field label={words.pluralTitle} error={errorOf("pluralTitle")}>
          <Input
            value={draft.pluralTitle}
            autoComplete="off"
            onChange={(event) => set({ pluralTitle: event.target.value })}
          />
        </Field>
      </div>
      {isNew ? (
        <Field label={words.identifier} hint={words.identifierHint} error={errorOf("identifier")}>
          <Input
            value={draft.identifier}
            mono
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => set({ identifier: event.target.value })}
          />
        </Field>
      ) : null}
      <Field label={words.description} error={errorOf("description")} optional>
        <Textarea
          rows={2}
          value={draft.description ?? ""}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      <Field label={words.icon} error={errorOf("icon")} group>
        <div role="radiogroup" aria-label={words.icon} className="flex flex-wrap gap-1.5">
          {blueprintIcons.map((icon) => (
            <label
              key={icon}
              title={icon}
              className="motion-fast grid size-[34px] cursor-pointer place-items-center rounded-2 border border-line-2 bg-panel text-text-3 hover:text-text has-checked:border-accent has-checked:bg-accent-tint has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus phone:size-10"
            >
              <input
                type="radio"
                name="icon"
                value={icon}
                aria-label={icon}
                checked={(draft.icon ?? "box") === icon}
                onChange={() => set({ icon })}
                className="sr-only"
              />
              <BlueprintIcon icon={icon} />
            </label>
          ))}
        </div>
      </Field>
    </>
  );
}

/** A first guess that whoever writes can change: Service, Services; Library, Libraries. */
function pluralOf(title: string): string {
  if (title === "") return "";
  return /[^aeiou]y$/i.test(title)
    ? `${title.slice(0, -1)}ies`
    : /(s|x|ch|sh)$/i.test(title)
      ? `${title}es`
      : `${title}s`;
}
