"use client";

import { useReport } from "#components/patterns/use-report.ts";
import { SecretDialog } from "#components/secrets/secret-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import * as words from "#components/words/secrets/secret-actions.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  name: string;
  origin: string;
  replace: (values: { value: string; origin: string }) => Promise<MutationResult>;
  remove: () => Promise<MutationResult>;
};

/** What can be done with a stored secret. */
export function SecretActions({ name, origin, replace, remove }: Props) {
  const { report } = useReport();
  return (
    <span className="flex justify-end gap-1">
      <SecretDialog
        stored={{ name, origin }}
        save={(values) => replace({ value: values.value, origin: values.origin })}
        trigger={
          <Button variant="ghost" size="sm">
            {words.replace}
          </Button>
        }
      />
      <ConfirmDialog
        trigger={
          <Button variant="ghost" size="sm">
            {words.deleteLabel}
          </Button>
        }
        title={words.deleteName(name)}
        description={words.whatUsesItFails}
        confirmLabel={words.deleteLabel}
        danger
        onConfirm={async () => {
          await report(remove(), words.wasDeleted(name));
        }}
      />
    </span>
  );
}
