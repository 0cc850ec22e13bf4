import { redirect } from "next/navigation";
import { CreateOrg } from "#components/identity/organizations/create-org.tsx";
import { RestoreOrg } from "#components/identity/organizations/restore-org.tsx";
import { SignOut } from "#components/identity/sign-out.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import * as words from "#components/words/pages/organizations.ts";
import { listDeletedOrgs } from "#lib/identity/orgs/list-deleted-orgs.ts";
import { roleMay } from "#lib/kernel/permissions.ts";
import { currentSession } from "#lib/web/session-cookie.ts";
import { signOut } from "../signin/mutations.ts";
import { createOrg, restoreOrg } from "./mutations.ts";

export const metadata = { title: words.yourOrganizations };

export default async function OrganizationsPage() {
  const session = await currentSession();
  if (session === null) redirect("/signin?next=/organizations");
  const { orgs, person } = session;
  const deleted = await listDeletedOrgs(person.id);
  const from = orgs.find((org) => roleMay(org.role, "org:create"));
  return (
    <AuthFrame
      title={orgs.length === 0 ? words.youBelongToNoOrganization : words.yourOrganizations}
      sub={words.youAreSignedInAs(person.email)}
    >
      {orgs.length === 0 ? (
        <p>{words.askAnAdminOfYour}</p>
      ) : (
        <List label={words.organizations} framed>
          {orgs.map((org) => (
            <ListItem
              key={org.id}
              href={`/${org.slug}`}
              leading={<Avatar name={org.name} size="lg" decorative />}
              title={<b>{org.name}</b>}
              description={`/${org.slug}`}
              meta={org.role}
            />
          ))}
        </List>
      )}
      {deleted.length === 0 ? null : (
        <section className="grid gap-2">
          <h2 className="font-600">{words.deletedAndNotErasedYet}</h2>
          <List label={words.deletedOrganizations} framed>
            {deleted.map((org) => (
              <RestoreOrg key={org.id} org={org} restore={restoreOrg.bind(null, org.slug, {})} />
            ))}
          </List>
        </section>
      )}
      {from === undefined ? null : <CreateOrg create={createOrg.bind(null, from.slug)} />}
      <SignOut signOut={signOut} />
    </AuthFrame>
  );
}
