import { InvitationDesk } from "#components/identity/invitations/invitation-desk.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import * as words from "#components/words/pages/invitation.ts";
import { configuredProviders } from "#lib/identity/providers/configured-providers.ts";
import { currentSession } from "#lib/web/session-cookie.ts";
import { acceptAsNewPerson, acceptInvitation, readInvitation, startAccepting } from "./mutations.ts";

export const metadata = { title: words.invitation };

export default async function InvitationPage() {
  const session = await currentSession();
  return (
    <AuthFrame title={words.youAreInvited} sub={words.anInvitationWorksOnce}>
      <InvitationDesk
        person={session === null ? null : { name: session.person.name, email: session.person.email }}
        providers={configuredProviders().map(({ id, name }) => ({ id, name }))}
        read={readInvitation}
        accept={acceptInvitation}
        acceptAsNewPerson={acceptAsNewPerson}
        start={startAccepting}
      />
    </AuthFrame>
  );
}
