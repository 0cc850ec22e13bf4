"use client";

import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
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
  const said = (next: boolean) => (next ? words.wasDisabled(name) : words.worksAgain(name));
  const set = (next: boolean) =>
    report(setDisabled(id, next), said(next), { undo: () => setDisabled(id, !next), undone: said(!next) });
  return isDisabled ? (
    <Button size="sm" onClick={() => set(false)}>
      {words.enable}
    </Button>
  ) : (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="sm">
          {words.disable}
        </Button>
      }
      title={words.disableAccount(name)}
      description={words.itsKeysAreRefused}
      confirmLabel={words.disable}
      danger
      onConfirm={async () => {
        await set(true);
      }}
    />
  );
}
