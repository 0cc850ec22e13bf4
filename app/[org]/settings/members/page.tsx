import { AddMember } from "#components/identity/add-member.tsx";
import { InvitationRowLater } from "#components/identity/invitations/invitation-row-later.tsx";
import { InviteMember } from "#components/identity/invitations/invite-member.tsx";
import { MemberBulkActions } from "#components/identity/members/member-bulk-actions.tsx";
import { MembersTable, memberColumns, memberFields } from "#components/identity/members/members-table.tsx";
import { tableMenu } from "#components/patterns/data-table/build-table.ts";
import { ViewMenu } from "#components/patterns/data-table/view-menu.tsx";
import { FilterBar } from "#components/patterns/filter-bar/filter-bar.tsx";
import type { ListParameters } from "#components/patterns/list-href.ts";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { List } from "#components/ui/list.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/pages/settings/members.ts";
import { listInvitations } from "#lib/identity/invitations/list-invitations.ts";
import { listMembers } from "#lib/identity/members/list-members.ts";
import { memberSorts } from "#lib/identity/members/schema.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { roles } from "#lib/kernel/permissions.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { tableLinks, tableSortOf, tableViewOf, textOf } from "../../table-view.ts";
import {
  addMember,
  changeRole,
  createInvitation,
  createPasswordLink,
  removeMember,
  resendInvitation,
  revokeInvitation,
} from "./mutations.ts";

export const metadata = { title: words.members };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<ListParameters> };

export default async function MembersPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const search = await searchParams;
  const view = await tableViewOf("members", search);
  const order = tableSortOf(memberSorts, search);
  const filter = { text: textOf(search, "text"), role: roles.find((role) => role === textOf(search, "role")) };
  const mayInvite = ctx.can("invitation:read");
  const { invitations, ...page } = await readTransaction(ctx, async (tx) => ({
    ...(await listMembers.call(ctx, { ...filter, ...order, limit: view.rows, cursor: textOf(search, "cursor") }, tx)),
    invitations: mayInvite ? (await listInvitations.call(ctx, {}, tx)).items : [],
  }));
  const org = ctx.org.slug;
  const selfId = ctx.actor.personId;
  const deeds = ctx.can("member:write")
    ? {
        change: changeRole.bind(null, org),
        remove: removeMember.bind(null, org),
        createPasswordLink: createPasswordLink.bind(null, org),
      }
    : null;
  return (
    <>
      <LiveRefresh
        topics={["member.added", "member.changed", "member.removed", "team.changed", "invitation.changed"]}
      />
      <Section
        title={words.members}
        count={numberText(page.total)}
        more={
          deeds === null ? undefined : (
            <>
              <AddMember add={addMember.bind(null, org)} />
              <InviteMember invite={createInvitation.bind(null, org)} />
            </>
          )
        }
      >
        <div className="mb-3 flex items-start gap-2">
          <FilterBar
            className="flex-1"
            fields={memberFields}
            label={words.searchMembers}
            placeholder={words.partOfAName}
          />
          <ViewMenu menu={tableMenu(memberColumns(org, selfId, deeds), view)} className="!h-9" />
        </div>
        <MembersTable
          org={org}
          members={page.items}
          selfId={selfId}
          deeds={deeds}
          bulk={deeds === null ? null : <MemberBulkActions org={org} filter={filter} total={page.total} {...deeds} />}
          view={view}
          {...tableLinks(`/${org}/settings/members`, search, order, page)}
        />
      </Section>
      {invitations.length === 0 ? null : (
        <Section title={words.invited} count={invitations.length}>
          <List label={words.invited} framed>
            {invitations.map((invitation) => (
              <InvitationRowLater
                key={invitation.id}
                invitation={invitation}
                resend={resendInvitation.bind(null, org, invitation.id)}
                revoke={revokeInvitation.bind(null, org, invitation.id)}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
