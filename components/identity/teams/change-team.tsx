"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ParentSelect, type PossibleParent } from "#components/identity/teams/parent-select.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { keys } from "#components/ui/keys.ts";
import * as words from "#components/words/identity/teams/change-team.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Team = { name: string; description: string };

/** A team's name and what it does. */
export function RenameTeam({ team, rename }: { team: Team; rename: (values: Team) => Promise<MutationResult> }) {
  const { errorOf, send, isBusy } = useForm("name");
  const [isOpen, setIsOpen] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const values = { name: String(form.get("name")), description: String(form.get("description")) };
    const before = { name: team.name, description: team.description };
    const back = { undo: () => rename(before), undone: words.theTeamIsAgain(before.name) };
    if ((await send(rename(values), words.theTeamWasChanged, back)) !== null) setIsOpen(false);
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="sm" aria-keyshortcuts={keys.edit}>
          {words.rename}
        </Button>
      }
      title={words.renameTeam(team.name)}
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={words.name} error={errorOf("name")}>
          <Input name="name" required maxLength={80} defaultValue={team.name} autoComplete="off" />
        </Field>
        <Field label={words.whatItDoes} optional error={errorOf("description")}>
          <Input name="description" maxLength={500} defaultValue={team.description} autoComplete="off" />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type MoveProps = {
  team: Team;
  parentId: string;
  parents: PossibleParent[];
  move: (parentId: string | null) => Promise<MutationResult>;
};

/** Where in the tree the team stands; what stands under it comes along. */
export function MoveTeam({ team, parentId, parents, move }: MoveProps) {
  const { errorOf, send, isBusy, forget } = useForm("parentId");
  const [isOpen, setIsOpen] = useState(false);
  const [parent, setParent] = useState(parentId);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const to = (place: string) => move(place === "" ? null : place);
    const back = { undo: () => to(parentId), undone: words.isWhereItWas(team.name) };
    if ((await send(to(parent), words.wasMoved(team.name), back)) !== null) setIsOpen(false);
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        forget();
        setParent(parentId);
        setIsOpen(next);
      }}
      trigger={<Button size="sm">{words.move}</Button>}
      title={words.moveTeam(team.name)}
      description={words.itsSubTeamsComeAlong}
      size="sm"
    >
      <form className="grid gap-4" onSubmit={submit}>
        <ParentSelect parents={parents} value={parent} onValueChange={setParent} error={errorOf("parentId")} />
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            {words.move}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type DeleteProps = { org: string; team: Team; subteams: number; remove: () => Promise<MutationResult> };

/** Takes the team away. */
export function DeleteTeam({ org, team, subteams, remove }: DeleteProps) {
  const router = useRouter();
  const moved = subteams === 0 ? "" : subteams === 1 ? words.itsSubTeamMovesUp : words.itsSubTeamsMoveUp(subteams);
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="danger">
          {words.deleteLabel}
        </Button>
      }
      title={words.deleteTeam(team.name)}
      description={words.itsPeopleStayMembers(moved)}
      confirmLabel={words.deleteTheTeam}
      danger
      onConfirm={async () => {
        const result = await remove();
        if (!result.ok) throw new Error(result.problem.detail);
        router.push(`/${org}/settings/teams`);
      }}
    />
  );
}
