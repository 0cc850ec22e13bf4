"use client";

import { LogOut, Trash2 } from "lucide-react";
import { leaveAfter } from "#components/patterns/leave-after.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { ListItem } from "#components/ui/list.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Org = { name: string; slug: string };

/** Ends the own membership. */
export function LeaveOrg({ org, leave }: { org: Org; leave: () => Promise<MutationResult> }) {
  return (
    <ListItem
      title={<b>Leave {org.name}</b>}
      description="You lose access with your next click, and the API keys you created stop working. What you did stays on record."
      className="[&_.cut]:whitespace-normal"
      actions={
        <ConfirmDialog
          trigger={
            <Button size="sm" icon={<LogOut />}>
              Leave
            </Button>
          }
          title={`Leave ${org.name}?`}
          description="Only an admin can bring you back."
          confirmLabel="Leave"
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
      title={<b>Delete {org.name}</b>}
      description={`It closes for everybody at once: pages, keys and webhooks; background work waits. An admin can bring it back for ${days} days; then everything in it is erased, its audit log too.`}
      className="[&_.cut]:whitespace-normal"
      actions={
        <ConfirmDialog
          trigger={
            <Button variant="danger" size="sm" icon={<Trash2 />}>
              Delete
            </Button>
          }
          title={`Delete ${org.name}?`}
          description={`Nobody can open it from now on. You find it under Your organizations and can bring it back for ${days} days. Export what you want to keep of the audit log first.`}
          confirmLabel="Delete the organization"
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
