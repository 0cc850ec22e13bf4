import type { AliasDecision } from "#components/identity/who-is-who/alias-queue.tsx";
import { aliasPlace, evidenceText } from "#components/identity/who-is-who/alias-words.ts";
import { ChoosePerson } from "#components/identity/who-is-who/choose-person.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { ListItem } from "#components/ui/list.tsx";
import * as words from "#components/words/identity/who-is-who/alias-row.tsx";
import type { Alias } from "#lib/identity/aliases/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  alias: Alias;
  org: string;
  mayDecide: boolean;
  isPicked: boolean;
  pick: (isOn: boolean) => void;
  say: (decision: AliasDecision) => Promise<void>;
  settle: (decision: AliasDecision) => Promise<MutationResult>;
};

/** One name: where it was seen, whose it is or may be, why, and what an admin can say about it. */
export function AliasRow({ alias, org, mayDecide, isPicked, pick, say, settle }: Props) {
  const shown = alias.name ?? alias.value;
  return (
    <ListItem
      leading={
        mayDecide ? (
          <Checkbox checked={isPicked} onCheckedChange={pick} aria-label={words.chooseShown(shown)} />
        ) : (
          <Avatar name={shown} size="lg" decorative />
        )
      }
      title={
        <>
          <b>{shown}</b> <span className="text-12 text-text-3">{aliasPlace(alias)}</span>
        </>
      }
      description={<Whose alias={alias} />}
      actions={
        mayDecide ? (
          <>
            {alias.state === "suggested" ? (
              <Button size="sm" aria-label={words.acceptShown(shown)} onClick={() => void say({ kind: "accept" })}>
                {words.accept}
              </Button>
            ) : null}
            {alias.decidedAt === null ? (
              <>
                <ChoosePerson
                  names={shown}
                  org={org}
                  label={words.choose}
                  choose={(personId) => settle({ kind: "person", personId })}
                />
                {alias.state === "ignored" ? null : (
                  <Button
                    size="sm"
                    variant="ghost"
                    aria-label={words.noPersonFor(shown)}
                    onClick={() => void say({ kind: "nobody" })}
                  >
                    {words.noPerson}
                  </Button>
                )}
              </>
            ) : (
              <Button
                size="sm"
                variant="ghost"
                aria-label={words.takeBackWhatWasSaidAbout(shown)}
                onClick={() => void say({ kind: "undo" })}
              >
                {words.takeBack}
              </Button>
            )}
          </>
        ) : undefined
      }
    />
  );
}

function Whose({ alias }: { alias: Alias }) {
  const { person, state, evidence } = alias;
  const why = evidenceText(evidence);
  const said =
    alias.decidedAt === null ? null : words.saidBy(alias.decidedBy, <RelativeTime at={alias.decidedAt} style="long" />);
  if (person === null)
    return (
      <>
        {state === "ignored" ? words.noPersonInline(why === "" ? "" : `: ${why}`) : words.nobodyIsKnown}
        {said}
      </>
    );
  return (
    <>
      {state === "suggested" ? words.mayBe : words.is} <span className="font-550 text-text">{person.name}</span> (
      {person.email}
      {person.isMember ? "" : words.noMemberAnyMore}){why === "" ? "" : `: ${why}`}
      {said}
    </>
  );
}
