"use client";

import { type FormEvent, useCallback, useState } from "react";
import { findMembers } from "#components/identity/members/find-members.ts";
import { useForm } from "#components/patterns/use-form.ts";
import { useReport } from "#components/patterns/use-report.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ComboboxOption } from "#components/ui/combobox.tsx";
import { ComboboxMultiple } from "#components/ui/combobox-multiple.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { UserPlus } from "#components/ui/icons.tsx";
import { ListItem } from "#components/ui/list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { countText } from "#components/words/format.ts";
import * as words from "#components/words/identity/teams/team-people.tsx";
import type { TeamMember } from "#lib/identity/teams/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type AddProps = {
  org: string;
  team: string;
  /** Who is in it already. */
  own: string[];
  add: (personIds: string[]) => Promise<MutationResult<{ added: number }>>;
};

/** Puts members of the organization into the team. */
export function AddTeamMembers({ org, team, own, add }: AddProps) {
  const { errorOf, send, isBusy, forget } = useForm("personIds");
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<ComboboxOption[]>([]);
  const load = useCallback((text: string) => findMembers(org, text, own), [org, own]);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const ids = chosen.map(({ value }) => value);
    const done = await send(add(ids), ({ added }) => words.addedJoinedTeam(countText(added, words.person), team));
    if (done !== null) setIsOpen(false);
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        forget();
        setChosen([]);
        setIsOpen(next);
      }}
      trigger={
        <Button size="sm" icon={<UserPlus />}>
          {words.addPeople}
        </Button>
      }
      title={words.addPeopleTo(team)}
      description={words.itChangesNothingOfWhat}
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={words.people} error={errorOf("personIds")}>
          <ComboboxMultiple
            value={chosen}
            onValueChange={setChosen}
            placeholder={words.nameOrEMail}
            emptyText={words.noMemberOfTheOrganization}
            load={load}
          />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            {words.add}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type RowProps = {
  org: string;
  team: string;
  member: TeamMember;
  /** Null for who may not. */
  remove: (() => Promise<MutationResult>) | null;
  add: (personIds: string[]) => Promise<MutationResult>;
};

/** Somebody of the team, or of a team under it. */
export function TeamPerson({ org, team, member, remove, add }: RowProps) {
  const { report, isBusy } = useReport();
  return (
    <ListItem
      leading={<Avatar name={member.name} size="lg" decorative />}
      title={member.name}
      description={member.email}
      meta={
        member.through === null
          ? undefined
          : words.through(
              <TextLink href={`/${org}/settings/teams/${member.through.id}`}>{member.through.name}</TextLink>,
            )
      }
      actions={
        member.through === null && remove !== null ? (
          <Button
            variant="ghost"
            size="sm"
            busy={isBusy}
            aria-label={words.removeFrom(member.name, team)}
            onClick={() =>
              void report(remove(), words.memberLeftTeam(member.name, team), {
                undo: () => add([member.personId]),
                undone: words.isInTeamAgain(member.name, team),
              })
            }
          >
            {words.remove}
          </Button>
        ) : undefined
      }
    />
  );
}
