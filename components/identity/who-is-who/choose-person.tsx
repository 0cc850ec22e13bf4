"use client";

import { type FormEvent, useCallback, useState } from "react";
import { findMembers } from "#components/identity/members/find-members.ts";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox, type ComboboxOption } from "#components/ui/combobox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import * as words from "#components/words/identity/who-is-who/choose-person.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  /** What is decided about: one name, or how many. */
  names: string;
  org: string;
  label: string;
  choose: (personId: string) => Promise<MutationResult>;
};

/** Says which member of the organization a name is. */
export function ChoosePerson({ names, org, label, choose }: Props) {
  const { errorOf, send, isBusy, forget } = useForm("decision");
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  const load = useCallback((text: string) => findMembers(org, text), [org]);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (chosen === null) return;
    if ((await send(choose(chosen.value), `${names}: ${chosen.label}`)) !== null) setIsOpen(false);
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        forget();
        setChosen(null);
        setIsOpen(next);
      }}
      trigger={
        <Button size="sm" aria-label={`${label}: ${names}`}>
          {label}
        </Button>
      }
      title={words.whoIs(names)}
      description={words.itSaysWhoSomebody}
      size="sm"
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={words.member} error={errorOf("decision")}>
          <Combobox value={chosen} onValueChange={setChosen} load={load} placeholder={words.nameOrEMail} required />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            {words.itIsThisPerson}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
