import { DeleteOrg, LeaveOrg } from "#components/identity/organizations/end-org.tsx";
import { RenameOrg } from "#components/identity/organizations/rename-org.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { Code } from "#components/ui/code.tsx";
import { KeyValue } from "#components/ui/key-value.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import * as words from "#components/words/pages/settings/organization.tsx";
import { graceDays } from "#lib/identity/orgs/delete-org.ts";
import { getOrg } from "#lib/identity/orgs/get-org.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { deleteOrg, leaveOrg, renameOrg } from "./mutations.ts";

export const metadata = { title: words.organization };

export default async function OrganizationPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const org = await getOrg.call(ctx, {});
  return (
    <>
      <Section title={words.nameAndAddress}>
        <Panel>
          <PanelBody>
            {ctx.can("org:write") ? (
              <RenameOrg org={org} rename={renameOrg.bind(null, org.slug)} />
            ) : (
              <KeyValue
                items={[
                  { term: words.name, value: org.name },
                  { term: words.address, value: <Code>{`/${org.slug}`}</Code> },
                  { term: words.since, value: <RelativeTime at={org.createdAt} style="long" /> },
                ]}
              />
            )}
          </PanelBody>
        </Panel>
      </Section>
      {org.formerSlugs.length === 0 ? null : (
        <Section title={words.formerAddresses} count={org.formerSlugs.length}>
          <List label={words.formerAddresses} framed>
            {org.formerSlugs.map(({ slug, givenUpAt }) => (
              <ListItem
                key={slug}
                title={<Code>{`/${slug}`}</Code>}
                meta={words.givenUpLeadsHere(<RelativeTime at={givenUpAt} style="long" />)}
              />
            ))}
          </List>
        </Section>
      )}
      <Section title={ctx.can("org:delete") ? words.leaveOrDelete : words.leave}>
        <List label={words.leaveOrDelete} framed>
          <LeaveOrg org={org} leave={leaveOrg.bind(null, org.slug, {})} />
          {ctx.can("org:delete") ? (
            <DeleteOrg org={org} days={graceDays} remove={deleteOrg.bind(null, org.slug, { slug: org.slug })} />
          ) : null}
        </List>
      </Section>
    </>
  );
}
