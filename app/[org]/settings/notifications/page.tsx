import { PreferenceList } from "#components/notifications/preference-list.tsx";
import { Section } from "#components/patterns/section.tsx";
import { getPreferences } from "#lib/notifications/preferences/get-preferences.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { setPreference } from "./mutations.ts";

export const metadata = { title: "Notifications" };

export default async function NotificationsPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const { kinds } = await getPreferences.call(ctx, {});
  return (
    <Section title="What you hear of">
      <p className="pb-2 text-text-2">
        Everything arrives in your inbox. Several of a kind at once are one notification.
      </p>
      <PreferenceList preferences={kinds} setPreference={setPreference.bind(null, ctx.org.slug)} />
    </Section>
  );
}
