import { Monitor } from "lucide-react";
import { PutFirstStepsAway } from "#components/home/put-first-steps-away.tsx";
import { AccountForms } from "#components/identity/account/account-forms.tsx";
import { deviceOf } from "#components/identity/account/device-of.ts";
import { RegionForm } from "#components/identity/account/region-form.tsx";
import { RevokeSession, RevokeSessions } from "#components/identity/account/revoke-sessions.tsx";
import { WaysToSignIn } from "#components/identity/account/ways-to-sign-in.tsx";
import { KnownAs } from "#components/identity/who-is-who/known-as.tsx";
import { Banner } from "#components/patterns/banner.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { dateText, numberText, regionNames } from "#components/words/format.ts";
import { listAliases } from "#lib/identity/aliases/list-aliases.ts";
import { getFirstSteps } from "#lib/identity/first-steps/get-first-steps.ts";
import { listIdentities } from "#lib/identity/identities/list-identities.ts";
import { Region } from "#lib/identity/people/schema.ts";
import { configuredProviders } from "#lib/identity/providers/configured-providers.ts";
import { flowProblemText } from "#lib/identity/providers/schema.ts";
import { listSessions } from "#lib/identity/sessions/list-sessions.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { currentSession } from "#lib/web/session-cookie.ts";
import { hideFirstSteps } from "../../mutations.ts";
import {
  changePassword,
  chooseRegion,
  linkIdentity,
  renamePerson,
  revokeSession,
  revokeSessions,
  unlinkIdentity,
} from "./mutations.ts";

export const metadata = { title: "Your account" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ linked?: string; problem?: string }> };

export default async function AccountPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const { linked, problem } = await searchParams;
  const { items, ways, isHidden, known } = await orNotFound(
    readTransaction(ctx, async (tx) => ({
      ...(await listSessions.call(ctx, {}, tx)),
      isHidden: (await getFirstSteps.call(ctx, {}, tx)).isHidden,
      ways: await listIdentities.call(ctx, {}, tx),
      known: await listAliases.call(ctx, { personId: ctx.actor.personId ?? ctx.org.id }, tx),
    })),
  );
  const org = ctx.org.slug;
  const session = await currentSession();
  const providers = configuredProviders().map(({ id, name }) => ({ id, name }));
  const linkedName = providers.find(({ id }) => id === linked)?.name;
  const problemText = flowProblemText(problem);
  return (
    <>
      {problemText === null ? null : <Banner tone="bad">{problemText}</Banner>}
      {linkedName === undefined ? null : <Banner tone="ok">From now on {linkedName} signs you in too.</Banner>}
      <AccountForms
        name={ctx.actor.name}
        email={ctx.actor.email ?? ""}
        hasPassword={ways.hasPassword}
        rename={renamePerson.bind(null, org)}
        changePassword={changePassword.bind(null, org)}
      />
      <RegionForm
        region={session?.person.region ?? null}
        regions={regionNames(Region.options)}
        example={`${numberText(1234.5)} and ${dateText(new Date(), "digits", ctx.org.timeZone)}`}
        choose={chooseRegion.bind(null, org)}
      />
      <WaysToSignIn
        identities={ways.items}
        hasPassword={ways.hasPassword}
        providers={providers}
        link={linkIdentity.bind(null, org)}
        unlink={unlinkIdentity.bind(null, org)}
      />
      <LiveRefresh topics={["alias.changed"]} />
      <KnownAs org={org} aliases={known.items} total={known.total} />
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
      {isHidden ? (
        <Section title="First steps">
          <p className="mb-3 text-text-2">You put away what a new organization does first.</p>
          <PutFirstStepsAway isHidden putAway={hideFirstSteps.bind(null, org)} />
        </Section>
      ) : null}
    </>
  );
}
