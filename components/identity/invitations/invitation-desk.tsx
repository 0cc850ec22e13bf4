"use client";

import { useEffect, useState } from "react";
import { JoinForm } from "#components/identity/invitations/join-form.tsx";
import { useLinkToken } from "#components/identity/invitations/use-link-token.ts";
import { ProviderButtons, type ShownProvider } from "#components/identity/provider-buttons.tsx";
import { OrDivider } from "#components/shell/auth-frame.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/identity/invitations/invitation-desk.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Invitation = { org: string; email: string; role: string; invitedBy: string };
type Props = {
  person: { name: string; email: string } | null;
  providers: ShownProvider[];
  read: (input: { token: string }) => Promise<MutationResult<Invitation>>;
  accept: (input: { token: string }) => Promise<MutationResult<{ slug: string }>>;
  acceptAsNewPerson: (input: {
    token: string;
    name: string;
    password: string;
  }) => Promise<MutationResult<{ slug: string }>>;
  start: (input: { token: string; provider: string }) => Promise<MutationResult<{ url: string }>>;
};

/** Accepting an invitation: with one click when signed in; else with a provider, a new password, or after signing in. */
export function InvitationDesk({ person, providers, read, accept, acceptAsNewPerson, start }: Props) {
  const token = useLinkToken("invitation");
  const [invitation, setInvitation] = useState<Invitation>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    if (token === null) return;
    if (token === "") {
      setProblem(words.thisAddressHasNoInvitation);
      return;
    }
    void read({ token }).then((answer) => (answer.ok ? setInvitation(answer.data) : setProblem(answer.problem.detail)));
  }, [token, read]);

  if (problem !== undefined)
    return (
      <div className="grid gap-4" role="alert">
        <p>{problem}</p>
        <Button href="/signin" size="lg">
          {words.goToSignIn}
        </Button>
      </div>
    );
  if (invitation === undefined || token === null) return <p aria-live="polite">{words.lookingForYourInvitation}</p>;
  return (
    <>
      <p className="[overflow-wrap:anywhere]">
        {words.invitesToJoinAs(
          <b className="font-550">{invitation.invitedBy}</b>,
          <b className="font-550">{invitation.email}</b>,
          <b className="font-550">{invitation.org}</b>,
          invitation.role,
        )}
      </p>
      {person === null ? (
        <>
          {providers.length === 0 ? null : (
            <>
              <ProviderButtons providers={providers} start={(provider) => start({ token, provider })} />
              <OrDivider>{words.orWithAPassword}</OrDivider>
            </>
          )}
          <JoinForm
            email={invitation.email}
            isSecond={providers.length > 0}
            join={(values) => acceptAsNewPerson({ token, ...values })}
          />
          <p className="text-12 text-text-2">
            {words.youHaveAnAccountAlready(
              <TextLink href="/signin?next=/invitation" underline>
                {words.signInFirst}
              </TextLink>,
            )}
          </p>
        </>
      ) : (
        <JoinNow person={person} org={invitation.org} accept={() => accept({ token })} />
      )}
    </>
  );
}

type JoinNowProps = {
  person: { name: string; email: string };
  org: string;
  accept: () => Promise<MutationResult<{ slug: string }>>;
};

function JoinNow({ person, org, accept }: JoinNowProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function join() {
    setIsBusy(true);
    const answer = await accept();
    if (answer.ok) {
      window.location.assign(`/${answer.data.slug}`);
      return;
    }
    setIsBusy(false);
    setProblem(answer.problem.detail);
  }

  return (
    <div className="grid gap-3">
      <Button variant="primary" size="lg" busy={isBusy} onClick={() => void join()}>
        {words.joinOrg(org)}
      </Button>
      <p className="text-12 text-text-2">{words.asWhoIsSigned(person.name, person.email)}</p>
      {problem === undefined ? null : (
        <p role="alert" className="text-bad-text">
          {problem}
        </p>
      )}
    </div>
  );
}
