"use client";

import { useState } from "react";
import { ShownLink } from "#components/identity/invitations/shown-link.tsx";
import { ConfirmButton } from "#components/patterns/confirm-button.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Mail } from "#components/ui/icons.tsx";
import { ListItem } from "#components/ui/list.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/identity/invitations/invitation-row.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  invitation: {
    email: string;
    role: string;
    invitedBy: string;
    createdAt: string;
    expiresAt: string;
    state: "open" | "expired";
    mailedAt: string | null;
  };
  resend: () => Promise<MutationResult<{ link: string; isMailed: boolean }>>;
  revoke: () => Promise<MutationResult>;
};

/** Somebody who is invited and has not come yet. */
export function InvitationRow({ invitation, resend, revoke }: Props) {
  const toast = useToast();
  const [link, setLink] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const { email, role, invitedBy, createdAt, expiresAt, state, mailedAt } = invitation;

  async function renew() {
    setIsBusy(true);
    const answer = await resend();
    setIsBusy(false);
    if (answer.ok) setLink(answer.data.link);
    else toast({ title: answer.problem.detail, tone: "bad" });
  }

  return (
    <ListItem
      leading={<Mail aria-hidden />}
      title={
        <span className="flex items-center gap-2">
          {email}
          {state === "expired" ? <Pill tone="warn">{words.expired}</Pill> : <Pill>{role}</Pill>}
        </span>
      }
      description={
        <>
          {invitedBy}, <RelativeTime at={createdAt} style="long" />
          {mailedAt === null ? null : words.letterSent(<RelativeTime at={mailedAt} style="long" />)},{" "}
          {state === "expired" ? words.expired : words.openUntil} <RelativeTime at={expiresAt} style="long" />
        </>
      }
      actions={
        <>
          <Button variant="ghost" size="sm" busy={isBusy} onClick={() => void renew()}>
            {words.newLink}
          </Button>
          <ConfirmButton
            label={words.takeBack}
            title={words.takeTheInvitationOfBack(email)}
            description={words.itsLinkDoesNotOpen}
            danger
            act={revoke}
            done={words.theInvitationOfWasTakenBack(email)}
          />
          <Dialog
            open={link !== undefined}
            onOpenChange={(open) => open || setLink(undefined)}
            title={words.aNewLinkFor(email)}
            description={words.itIsShownOnce}
          >
            <ShownLink label={words.invitationLink} link={link ?? ""} done={() => setLink(undefined)} />
          </Dialog>
        </>
      }
    />
  );
}
