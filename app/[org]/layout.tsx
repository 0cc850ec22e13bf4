import type { ReactNode } from "react";
import { viewHref } from "#components/catalog/views/view-href.ts";
import { settingsSectionsFor } from "#components/identity/settings-sections.tsx";
import { LiveProvider } from "#components/shell/live.tsx";
import { Logo } from "#components/shell/logo.tsx";
import { navIcons } from "#components/shell/navigation/navigation-icons.tsx";
import { PortalShell } from "#components/shell/portal-shell.tsx";
import { listViews } from "#lib/catalog/views/list-views.ts";
import { countNotifications } from "#lib/notifications/notifications/count-notifications.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { currentSession } from "#lib/web/session-cookie.ts";
import { signOut } from "../(auth)/signin/mutations.ts";

type Props = { children: ReactNode; params: Promise<{ org: string }> };

// The frame around every page of an organization. It decides nothing: each page makes its own context and asks its operations.
export default async function OrgLayout({ children, params }: Props) {
  const ctx = await pageContext((await params).org);
  const session = await currentSession();
  // Not waited for: the page begins to read at the same time.
  const unread = countNotifications.call(ctx, {}).then((counted) => counted.unread);
  const views = listViews
    .call(ctx, {})
    .then(({ items }) => items.map((view) => ({ id: view.id, name: view.name, href: viewHref(ctx.org.slug, view) })));
  const orgs = (session?.orgs ?? []).map(({ slug, name }) => ({ slug, name }));
  const person = { name: ctx.actor.name, email: ctx.actor.email ?? "", role: ctx.role };
  return (
    <LiveProvider org={ctx.org.slug} person={ctx.actor.id ?? ""} cursor={session?.cursor ?? ""}>
      <PortalShell
        org={{ slug: ctx.org.slug, name: ctx.org.name }}
        orgs={orgs}
        person={person}
        isAdmin={ctx.can("audit:read")}
        unread={unread}
        views={views}
        icons={navIcons}
        logo={<Logo />}
        signOut={signOut}
        settingsPaths={settingsSectionsFor((permission) => ctx.can(permission)).map((section) => section.path)}
      >
        {children}
      </PortalShell>
    </LiveProvider>
  );
}
