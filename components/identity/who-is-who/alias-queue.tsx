"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { AliasRow } from "#components/identity/who-is-who/alias-row.tsx";
import { ChoosePerson } from "#components/identity/who-is-who/choose-person.tsx";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { List } from "#components/ui/list.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { countText } from "#components/words/format.ts";
import * as words from "#components/words/identity/who-is-who/alias-queue.tsx";
import type { Alias } from "#lib/identity/aliases/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

export type AliasDecision =
  | { kind: "accept" }
  | { kind: "person"; personId: string }
  | { kind: "nobody" }
  | { kind: "undo" };
type Props = {
  org: string;
  items: Alias[];
  mayDecide: boolean;
  decide: (input: { ids: string[]; decision: AliasDecision }) => Promise<MutationResult<{ decided: number }>>;
};

/** Names, one by one or several at once; each decision can be taken back. */
export function AliasQueue({ org, items, mayDecide, decide }: Props) {
  const { report, isBusy } = useReport();
  const toast = useToast();
  const router = useRouter();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter(({ id }) => picked.has(id));
  const toggle = (id: string, isOn: boolean) =>
    setPicked((before) => new Set(isOn ? [...before, id] : [...before].filter((other) => other !== id)));

  async function settle(ids: string[], decision: AliasDecision): Promise<MutationResult<{ decided: number }>> {
    const result = await decide({ ids, decision });
    if (result.ok) {
      setPicked(new Set());
      router.refresh();
    }
    return result;
  }

  /** Says what was done, with the way back. */
  async function say(ids: string[], decision: AliasDecision): Promise<void> {
    const what = countText(ids.length, words.name);
    const outcomes = { accept: "accepted", person: "decided", nobody: words.setAsideAsNoPerson, undo: words.openAgain };
    const result = await settle(ids, decision);
    if (!result.ok) return void report(Promise.resolve(result), "");
    const undo = () => void report(settle(ids, { kind: "undo" }), words.openAgainOf(what));
    toast({ title: `${what} ${outcomes[decision.kind]}`, tone: "ok", ...(decision.kind === "undo" ? {} : { undo }) });
  }

  return (
    <>
      {mayDecide ? (
        <div className="mb-2 flex min-h-9 flex-wrap items-center gap-2 px-4 phone:px-0">
          <Checkbox
            label={chosen.length === 0 ? words.chooseAll : words.chosen(chosen.length)}
            checked={chosen.length === items.length}
            indeterminate={chosen.length > 0 && chosen.length < items.length}
            onCheckedChange={(isOn) => setPicked(new Set(isOn ? items.map(({ id }) => id) : []))}
          />
          {chosen.length === 0 ? null : <Bulk org={org} chosen={chosen} isBusy={isBusy} say={say} settle={settle} />}
        </div>
      ) : null}
      <List label={words.names} framed>
        {items.map((alias) => (
          <AliasRow
            key={alias.id}
            alias={alias}
            org={org}
            mayDecide={mayDecide}
            isPicked={picked.has(alias.id)}
            pick={(isOn) => toggle(alias.id, isOn)}
            say={(decision) => say([alias.id], decision)}
            settle={(decision) => settle([alias.id], decision)}
          />
        ))}
      </List>
    </>
  );
}

type BulkProps = {
  org: string;
  chosen: Alias[];
  isBusy: boolean;
  say: (ids: string[], decision: AliasDecision) => Promise<void>;
  settle: (ids: string[], decision: AliasDecision) => Promise<MutationResult>;
};

function Bulk({ org, chosen, isBusy, say, settle }: BulkProps) {
  const ids = chosen.map(({ id }) => id);
  const canAccept = chosen.every(({ state }) => state === "suggested" || state === "matched");
  const canUndo = chosen.every(({ decidedAt }) => decidedAt !== null);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {canAccept ? (
        <Button size="sm" busy={isBusy} onClick={() => void say(ids, { kind: "accept" })}>
          {words.acceptIds(ids.length)}
        </Button>
      ) : null}
      <ChoosePerson
        names={ids.length === 1 ? (chosen[0]?.value ?? "") : words.idsNames(ids.length)}
        org={org}
        label={words.onePerson}
        choose={(personId) => settle(ids, { kind: "person", personId })}
      />
      <Button size="sm" busy={isBusy} onClick={() => void say(ids, { kind: "nobody" })}>
        {words.noPerson}
      </Button>
      {canUndo ? (
        <Button size="sm" busy={isBusy} onClick={() => void say(ids, { kind: "undo" })}>
          {words.takeBack}
        </Button>
      ) : null}
    </div>
  );
}
