"use client";

import { useRouter } from "next/navigation";
import { SecretDialog } from "#components/secrets/secret-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Problem } from "#lib/kernel/errors.ts";

type Result = { ok: true; data: unknown } | { ok: false; problem: Problem };
type Props = {
  name: string;
  origin: string;
  replace: (values: { value: string; origin: string }) => Promise<Result>;
  remove: () => Promise<Result>;
};

/** What can be done with a stored secret. */
export function SecretActions({ name, origin, replace, remove }: Props) {
  const router = useRouter();
  const toast = useToast();
  return (
    <span className="flex justify-end gap-1">
      <SecretDialog
        stored={{ name, origin }}
        save={(values) => replace({ value: values.value, origin: values.origin })}
        trigger={
          <Button variant="ghost" size="sm">
            Replace
          </Button>
        }
      />
      <ConfirmDialog
        trigger={
          <Button variant="ghost" size="sm">
            Delete
          </Button>
        }
        title={`Delete “${name}”?`}
        description="What uses it fails from then on, and says so. The value cannot be brought back."
        confirmLabel="Delete"
        danger
        onConfirm={async () => {
          const result = await remove();
          toast(
            result.ok ? { title: `“${name}” was deleted`, tone: "ok" } : { title: result.problem.detail, tone: "bad" },
          );
          router.refresh();
        }}
      />
    </span>
  );
}
