"use client";

import { BulkAction, SelectMatching } from "#components/patterns/data-table/bulk-action.tsx";
import { restGet } from "#components/patterns/rest-client.ts";
import { UserMinus, UserPen } from "#components/ui/icons.tsx";
import * as words from "#components/words/identity/members/member-bulk-buttons.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Role } from "#lib/kernel/permissions.ts";

type Props = {
  org: string;
  filter: { text?: string | undefined; role?: string | undefined };
  total: number;
  change: (personId: string, role: Role) => Promise<MutationResult>;
  remove: (personId: string) => Promise<MutationResult>;
};
type Page = { items: { personId: string; name: string }[]; nextCursor: string | null };

const roles: Role[] = ["viewer", "member", "admin"];

/** What can be done with many members at once. The last admin is refused, and says so. */
export function MemberBulkButtons({ org, filter, total, change, remove }: Props) {
  const find = async () => {
    const found: { id: string; name: string }[] = [];
    let cursor: string | null | undefined;
    do {
      const page: Page = await restGet(org, "/members", { ...filter, limit: 1000, cursor: cursor ?? undefined });
      found.push(...page.items.map(({ personId, name }) => ({ id: personId, name })));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found;
  };
  return (
    <>
      <SelectMatching total={total} find={find} />
      {roles.map((role) => (
        <BulkAction
          key={role}
          label={words.make(role)}
          icon={<UserPen aria-hidden />}
          run={(personId) => change(personId, role)}
        />
      ))}
      <BulkAction
        label={words.remove}
        icon={<UserMinus aria-hidden />}
        run={remove}
        confirm={{
          noun: words.members,
          description: words.theyLoseAccess,
        }}
      />
    </>
  );
}
