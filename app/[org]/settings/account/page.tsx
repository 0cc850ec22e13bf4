import { PutFirstStepsAway } from "#components/home/put-first-steps-away.tsx";
import { AccountForms } from "#components/identity/account/account-forms.tsx";
import { RegionForm } from "#components/identity/account/region-form.tsx";
import { SessionList } from "#components/identity/account/session-list.tsx";
import { WaysToSignIn } from "#components/identity/account/ways-to-sign-in.tsx";
import { KnownAs } from "#components/identity/who-is-who/known-as.tsx";
import { Banner } from "#components/patterns/banner.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { dateText, numberText } from "#components/words/format.ts";
import * as words from "#components/words/pages/settings/account.tsx";
import { regionNames } from "#components/words/region-names.ts";
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

export const metadata = { title: words.yourAccount };

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
      {linkedName === undefined ? null : <Banner tone="ok">{words.fromNowOnSignsYou(linkedName)}</Banner>}
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
        example={words.numberAndDate(numberText(1234.5), dateText(new Date(), "digits", ctx.org.timeZone))}
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
      <SessionList sessions={items} revoke={revokeSession.bind(null, org)} revokeAll={revokeSessions.bind(null, org)} />
      {isHidden ? (
        <Section title={words.firstSteps}>
          <p className="mb-3 text-text-2">{words.youPutAwayWhat}</p>
          <PutFirstStepsAway isHidden putAway={hideFirstSteps.bind(null, org)} />
        </Section>
      ) : null}
    </>
  );
}
