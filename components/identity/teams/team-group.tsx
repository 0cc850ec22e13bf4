"use client";

import { type FormEvent, useState } from "react";
import { useForm } from "#components/patterns/use-form.ts";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox, type ComboboxOption } from "#components/ui/combobox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import * as words from "#components/words/identity/teams/team-group.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type PossibleGroup = { identifier: string; title: string; hasSameName: boolean };

type Props = { team: string; groups: PossibleGroup[]; link: (group: string | null) => Promise<MutationResult> };

/** Says which group of the catalog the team is. One of the same name is offered first. */
export function LinkTeam({ team, groups, link }: Props) {
  const { errorOf, send, isBusy, forget } = useForm("group");
  const [isOpen, setIsOpen] = useState(false);
  const options = groups.map(
    ({ identifier, title, hasSameName }): ComboboxOption => ({
      value: identifier,
      label: title,
      description: hasSameName ? words.hasTheTeamsName(identifier) : identifier,
    }),
  );
  const first = groups[0]?.hasSameName ? (options[0] ?? null) : null;
  const [chosen, setChosen] = useState<ComboboxOption | null>(first);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (chosen === null) return;
    if ((await send(link(chosen.value), words.isTheGroup(team, chosen.label))) !== null) setIsOpen(false);
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        forget();
        setChosen(first);
        setIsOpen(next);
      }}
      trigger={<Button size="sm">{words.chooseAGroup}</Button>}
      title={words.whichGroupOfTheCatalog(team)}
      description={words.whatTheGroupOwnsThen}
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={words.group} error={errorOf("group")}>
          <Combobox
            value={chosen}
            onValueChange={setChosen}
            options={options}
            placeholder={words.nameOfTheGroup}
            emptyText={words.theCatalogHasNoSuch}
            required
          />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={isBusy}>
            {words.itIsThisOne}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Takes back which group the team is. */
export function UnlinkTeam({ team, group, link }: Pick<Props, "team" | "link"> & { group: string }) {
  const { report, isBusy } = useReport();
  return (
    <Button
      size="sm"
      variant="ghost"
      busy={isBusy}
      onClick={() =>
        void report(link(null), words.isNoGroupAnyMore(team), {
          undo: () => link(group),
          undone: words.isTheGroupAgain(team, group),
        })
      }
    >
      {words.notThisOne}
    </Button>
  );
}
