import { PreferenceList } from "#components/notifications/preference-list.tsx";
import { Section } from "#components/patterns/section.tsx";
import * as words from "#components/words/pages/settings/notifications.ts";
import { getPreferences } from "#lib/notifications/preferences/get-preferences.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { setPreference } from "./mutations.ts";

export const metadata = { title: words.notifications };

export default async function NotificationsPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const { kinds } = await getPreferences.call(ctx, {});
  return (
    <Section title={words.whatYouHearOf}>
      <p className="pb-2 text-text-2">{words.everythingArrivesInYourInbox}</p>
      <PreferenceList preferences={kinds} setPreference={setPreference.bind(null, ctx.org.slug)} />
    </Section>
  );
}
