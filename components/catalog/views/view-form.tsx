"use client";
import { type FormEvent, useState } from "react";
import type { ViewValues } from "#components/catalog/views/view-actions.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/catalog/views/view-form.ts";
import { inSentence } from "#components/words/in-sentence.ts";
import type { SavedView } from "#lib/catalog/views/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type ViewFormProps = {
  noun: string;
  /** The view that is changed; none makes a new one. */
  view: SavedView | undefined;
  /** The teams that may be chosen. */
  teams: { id: string; name: string }[];
  mayPublish: boolean;
  save: (values: ViewValues) => Promise<MutationResult<{ id: string }>>;
  saved: (id: string) => void;
};

/** A view's name, who sees it, and whether its kind opens with it. */
export function ViewForm({ noun, view, teams, mayPublish, save, saved }: ViewFormProps) {
  const { errorOf, send, isBusy } = useForm("name");
  const [audience, setAudience] = useState(audienceOf(view));
  const items = [
    { value: "mine", label: words.onlyMe },
    ...teams.map((team) => ({ value: team.id, label: words.theTeam(team.name) })),
    ...(mayPublish ? [{ value: "org", label: words.everybody }] : []),
  ];

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name"));
    const isTeam = audience !== "mine" && audience !== "org";
    const values: ViewValues = {
      name,
      audience: isTeam ? "team" : audience,
      teamId: isTeam ? audience : null,
      isDefault: form.get("isDefault") !== null,
    };
    const made = await send(save(values), words.wasSaved(name));
    if (made !== null) saved(made.id);
  }

  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Field label={words.name} error={errorOf("name") ?? errorOf("state")}>
        <Input name="name" required maxLength={80} autoComplete="off" defaultValue={view?.name} data-autofocus />
      </Field>
      {items.length > 1 ? (
        <Field label={words.whoSeesIt} error={errorOf("teamId")}>
          <Select items={items} value={audience} onValueChange={setAudience} />
        </Field>
      ) : null}
      <Checkbox
        name="isDefault"
        label={words.openWithThisView(inSentence(noun))}
        hint={audience === "mine" ? undefined : words.aViewOfOnesOwn}
        defaultChecked={view?.isDefault ?? false}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={isBusy}>
          {words.saveView}
        </Button>
      </div>
    </form>
  );
}

function audienceOf(view: SavedView | undefined): string {
  return view === undefined ? "mine" : (view.team?.id ?? view.audience);
}
