import { Monitor } from "lucide-react";
import { AccountForms } from "#components/identity/account/account-forms.tsx";
import { deviceOf } from "#components/identity/account/device-of.ts";
import { RevokeSession, RevokeSessions } from "#components/identity/account/revoke-sessions.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { listSessions } from "#lib/identity/sessions/list-sessions.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { changePassword, renamePerson, revokeSession, revokeSessions } from "./mutations.ts";

export const metadata = { title: "Your account" };

export default async function AccountPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const { items } = await orNotFound(listSessions.call(ctx, {}));
  const org = ctx.org.slug;
  return (
    <>
      <AccountForms
        name={ctx.actor.name}
        email={ctx.actor.email ?? ""}
        rename={renamePerson.bind(null, org)}
        changePassword={changePassword.bind(null, org)}
      />
      <Section
        title="Where you are signed in"
        count={items.length}
        more={<RevokeSessions hasOthers={items.length > 1} revoke={revokeSessions.bind(null, org)} />}
      >
        <List label="Sessions" framed>
          {items.map((session) => {
            const device = deviceOf(session.userAgent);
            return (
              <ListItem
                key={session.id}
                leading={<Monitor aria-hidden className="lucide" size={16} />}
                title={
                  <span className="flex items-center gap-2">
                    {device}
                    {session.isCurrent ? <Pill tone="ok">this browser</Pill> : null}
                  </span>
                }
                description={
                  <>
                    signed in <RelativeTime at={session.createdAt} style="long" />, last seen{" "}
                    <RelativeTime at={session.lastSeenAt} style="long" />
                  </>
                }
                actions={
                  session.isCurrent ? undefined : (
                    <RevokeSession device={device} revoke={revokeSession.bind(null, org, session.id)} />
                  )
                }
              />
            );
          })}
        </List>
      </Section>
    </>
  );
}
