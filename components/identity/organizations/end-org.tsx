"use client";

import { leaveAfter } from "#components/patterns/leave-after.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { LogOut, Trash2 } from "#components/ui/icons.tsx";
import { ListItem } from "#components/ui/list.tsx";
import * as words from "#components/words/identity/organizations/end-org.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Org = { name: string; slug: string };

/** Ends the own membership. */
export function LeaveOrg({ org, leave }: { org: Org; leave: () => Promise<MutationResult> }) {
  return (
    <ListItem
      title={<b>{words.leaveOrg(org.name)}</b>}
      description={words.youLoseAccessWithYour}
      className="[&_.cut]:whitespace-normal"
      actions={
        <ConfirmDialog
          trigger={
            <Button size="sm" icon={<LogOut />}>
              {words.leave}
            </Button>
          }
          title={words.leaveOrgQuestion(org.name)}
          description={words.onlyAnAdminCanBring}
          confirmLabel={words.leave}
          danger
          onConfirm={() => goingOn(leave())}
        />
      }
    />
  );
}

/** Deletes the organization, once its address was typed. */
export function DeleteOrg({ org, days, remove }: { org: Org; days: number; remove: () => Promise<MutationResult> }) {
  return (
    <ListItem
      title={<b>{words.deleteOrg(org.name)}</b>}
      description={words.itClosesForEverybody(days)}
      className="[&_.cut]:whitespace-normal"
      actions={
        <ConfirmDialog
          trigger={
            <Button variant="danger" size="sm" icon={<Trash2 />}>
              {words.deleteLabel}
            </Button>
          }
          title={words.deleteOrgQuestion(org.name)}
          description={words.nobodyCanOpen(days)}
          confirmLabel={words.deleteTheOrganization}
          danger
          typeToConfirm={org.slug}
          onConfirm={() => goingOn(remove())}
        />
      }
    />
  );
}

/** Leaves the page for the list of organizations: nothing here can be read any more. What went wrong stays in the dialog. */
async function goingOn(work: Promise<MutationResult>): Promise<void> {
  const result = await leaveAfter(work, "/organizations");
  if (!result.ok) throw new Error(result.problem.detail);
  // The dialog stays until the page is gone.
  await new Promise(() => {});
}
