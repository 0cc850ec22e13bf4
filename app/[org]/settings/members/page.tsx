import { AddMember } from "#components/identity/add-member.tsx";
import { MemberRow } from "#components/identity/member-row.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { List } from "#components/ui/list.tsx";
import { listMembers } from "#lib/identity/members/list-members.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { addMember, changeRole, removeMember } from "./mutations.ts";

export const metadata = { title: "Members" };

export default async function MembersPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const { items } = await listMembers.call(ctx, {});
  const org = ctx.org.slug;
  const mayManage = ctx.can("member:write");
  return (
    <>
      <LiveRefresh topics={["member.added", "member.changed", "member.removed", "team.changed"]} />
      <Section
        title="Members"
        count={items.length}
        more={mayManage ? <AddMember add={addMember.bind(null, org)} /> : undefined}
      >
        <List label="Members" framed>
          {items.map((member) => (
            <MemberRow
              key={member.personId}
              org={org}
              member={member}
              isSelf={member.personId === ctx.actor.personId}
              mayManage={mayManage}
              changeRole={changeRole.bind(null, org, member.personId)}
              remove={removeMember.bind(null, org, member.personId)}
            />
          ))}
        </List>
      </Section>
    </>
  );
}
