"use client";

import { ConfirmButton } from "#components/patterns/confirm-button.tsx";
import { SecretDialog } from "#components/secrets/secret-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
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
      <ConfirmButton
        label={words.deleteLabel}
        title={words.deleteName(name)}
        description={words.whatUsesItFails}
        danger
        act={remove}
        done={words.wasDeleted(name)}
      />
    </span>
  );
}
