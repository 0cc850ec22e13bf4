"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ParentSelect, type PossibleParent } from "#components/identity/teams/parent-select.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Plus } from "#components/ui/icons.tsx";
import { Input } from "#components/ui/input.tsx";
import * as words from "#components/words/identity/teams/create-team.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Values = { name: string; description: string; parentId: string | null };
type Props = {
  org: string;
  parents: PossibleParent[];
  parentId?: string;
  label?: string;
  create: (values: Values) => Promise<MutationResult<{ id: string }>>;
};

/** Makes a team and opens it, so that people can be put into it. */
export function CreateTeam({ org, parents, parentId = "", label = words.createATeam, create }: Props) {
  const router = useRouter();
  const { errorOf, send, isBusy, forget } = useForm("name");
  const [isOpen, setIsOpen] = useState(false);
  const [parent, setParent] = useState(parentId);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [name, description] = [String(form.get("name")), String(form.get("description"))];
    const values = { name, description, parentId: parent === "" ? null : parent };
    const made = await send(create(values), words.wasCreated(name));
    if (made === null) return;
    setIsOpen(false);
    router.push(`/${org}/settings/teams/${made.id}`);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        forget();
        setIsOpen(next);
      }}
      trigger={
        <Button size="sm" icon={<Plus />}>
          {label}
        </Button>
      }
      title={words.createATeam}
      description={words.createATeamDescription}
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={words.name} error={errorOf("name")}>
          <Input name="name" required maxLength={80} autoComplete="off" />
        </Field>
        <Field label={words.whatItDoes} optional error={errorOf("description")}>
          <Input name="description" maxLength={500} autoComplete="off" />
        </Field>
        <ParentSelect parents={parents} value={parent} onValueChange={setParent} error={errorOf("parentId")} />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            {words.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
