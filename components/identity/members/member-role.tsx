"use client";

import { useReport } from "#components/patterns/use-report.ts";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/identity/members/member-role.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Role } from "#lib/kernel/permissions.ts";

type Props = {
  personId: string;
  name: string;
  role: Role;
  change: (personId: string, role: Role) => Promise<MutationResult>;
};

// What a role may do stands under Roles, the tab beside this one.
const roleItems: { value: Role; label: string }[] = [
  { value: "viewer", label: words.viewer },
  { value: "member", label: words.member },
  { value: "admin", label: words.admin },
];

/** The role of one member, to be changed; the change can be taken back. */
export function MemberRole({ personId, name, role, change }: Props) {
  const { report } = useReport();
  return (
    <div className="w-28">
      <Select
        aria-label={words.roleOf(name)}
        items={roleItems}
        value={role}
        onValueChange={(next) =>
          void report(change(personId, next as Role), words.isNow(name, next), {
            undo: () => change(personId, role),
            undone: words.isAgain(name, role),
          })
        }
      />
    </div>
  );
}
