import { AddMember } from "#components/identity/add-member.tsx";
import { InvitationRow } from "#components/identity/invitations/invitation-row.tsx";
import { InviteMember } from "#components/identity/invitations/invite-member.tsx";
import { MemberRow } from "#components/identity/member-row.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { List } from "#components/ui/list.tsx";
import * as words from "#components/words/pages/settings/members.ts";
import { listInvitations } from "#lib/identity/invitations/list-invitations.ts";
import { listMembers } from "#lib/identity/members/list-members.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { pageContext } from "#lib/web/page-context.ts";
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

export default async function MembersPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const mayInvite = ctx.can("invitation:read");
  const { items, invitations } = await readTransaction(ctx, async (tx) => ({
    ...(await listMembers.call(ctx, {}, tx)),
    invitations: mayInvite ? (await listInvitations.call(ctx, {}, tx)).items : [],
  }));
  const org = ctx.org.slug;
  const mayManage = ctx.can("member:write");
  return (
    <>
      <LiveRefresh
        topics={["member.added", "member.changed", "member.removed", "team.changed", "invitation.changed"]}
      />
      <Section
        title={words.members}
        count={items.length}
        more={
          mayManage ? (
            <>
              <AddMember add={addMember.bind(null, org)} />
              <InviteMember invite={createInvitation.bind(null, org)} />
            </>
          ) : undefined
        }
      >
        <List label={words.members} framed>
          {items.map((member) => (
            <MemberRow
              key={member.personId}
              org={org}
              member={member}
              isSelf={member.personId === ctx.actor.personId}
              mayManage={mayManage}
              changeRole={changeRole.bind(null, org, member.personId)}
              remove={removeMember.bind(null, org, member.personId)}
              createPasswordLink={createPasswordLink.bind(null, org, member.personId)}
            />
          ))}
        </List>
      </Section>
      {invitations.length === 0 ? null : (
        <Section title={words.invited} count={invitations.length}>
          <List label={words.invited} framed>
            {invitations.map((invitation) => (
              <InvitationRow
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
