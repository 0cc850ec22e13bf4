"use client";

import { PasswordLink } from "#components/identity/invitations/password-link.tsx";
import { useReport } from "#components/patterns/use-report.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ListItem } from "#components/ui/list.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/identity/member-row.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Role } from "#lib/kernel/permissions.ts";

type Props = {
  org: string;
  member: { personId: string; name: string; email: string; role: Role; teams: { id: string; name: string }[] };
  isSelf: boolean;
  mayManage: boolean;
  changeRole: (role: Role) => Promise<MutationResult>;
  remove: () => Promise<MutationResult>;
  createPasswordLink: () => Promise<MutationResult<{ link: string | null; isMailed: boolean }>>;
};

// What a role may do stands under Roles, the tab beside this one.
const roleItems: { value: Role; label: string }[] = [
  { value: "viewer", label: words.viewer },
  { value: "member", label: words.member },
  { value: "admin", label: words.admin },
];

/** One member, with what an admin may do to them. */
export function MemberRow({ org, member, isSelf, mayManage, changeRole, remove, createPasswordLink }: Props) {
  const { report } = useReport();

  return (
    <ListItem
      leading={<Avatar name={member.name} size="lg" />}
      title={
        <span className="flex items-center gap-2">
          {member.name}
          {isSelf ? <Pill>{words.you}</Pill> : null}
        </span>
      }
      description={
        <>
          {member.email}
          {member.teams.map(({ id, name }, index) => (
            <span key={id}>
              {index === 0 ? " · " : ", "}
              <TextLink href={`/${org}/settings/teams/${id}`}>{name}</TextLink>
            </span>
          ))}
        </>
      }
      meta={mayManage ? undefined : roleItems.find((item) => item.value === member.role)?.label}
      actions={
        mayManage ? (
          <>
            <div className="w-32">
              <Select
                aria-label={words.roleOf(member.name)}
                items={roleItems}
                value={member.role}
                onValueChange={(role) => void report(changeRole(role as Role), words.isNow(member.name, role))}
              />
            </div>
            {isSelf ? null : <PasswordLink name={member.name} create={createPasswordLink} />}
            <ConfirmDialog
              trigger={
                <Button variant="ghost" size="sm">
                  {words.remove}
                </Button>
              }
              title={words.removeMember(member.name)}
              description={words.theyLoseAccessWithTheir}
              confirmLabel={words.remove}
              danger
              onConfirm={async () => {
                await report(remove(), words.wasRemoved(member.name));
              }}
            />
          </>
        ) : undefined
      }
    />
  );
}
