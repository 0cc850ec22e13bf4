"use client";

import { ConfirmButton } from "#components/patterns/confirm-button.tsx";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/identity/service-accounts/service-account-buttons.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  id: string;
  name: string;
  isDisabled: boolean;
  setDisabled: (id: string, isDisabled: boolean) => Promise<MutationResult>;
};

/** Disables a service account or lets it work again; either can be taken back. */
export function ServiceAccountButtons({ id, name, isDisabled, setDisabled }: Props) {
  const { report } = useReport();
  return isDisabled ? (
    <Button
      size="sm"
      onClick={() =>
        report(setDisabled(id, false), words.worksAgain(name), {
          undo: () => setDisabled(id, true),
          undone: words.wasDisabled(name),
        })
      }
    >
      {words.enable}
    </Button>
  ) : (
    <ConfirmButton
      label={words.disable}
      title={words.disableAccount(name)}
      description={words.itsKeysAreRefused}
      danger
      act={() => setDisabled(id, true)}
      done={words.wasDisabled(name)}
      back={{ undo: () => setDisabled(id, false), undone: words.worksAgain(name) }}
    />
  );
}
