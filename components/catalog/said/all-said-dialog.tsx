"use client";
import { FieldSaid } from "#components/catalog/said/field-said.tsx";
import { fieldName } from "#components/catalog/said/read-said.ts";
import type { Scope } from "#components/catalog/said/said-scope.tsx";
import { useReadSaid } from "#components/catalog/said/use-read-said.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import * as words from "#components/words/catalog/said/said.tsx";

export type AllSaidDialogProps = { scope: Scope; open: boolean; onOpenChange: (open: boolean) => void };

/** Every field with the source that has the say; overrides can be dropped from here too. */
export function AllSaidDialog({ scope, open, onOpenChange }: AllSaidDialogProps) {
  const close = () => onOpenChange(false);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={words.everyFieldOf(scope.title)}
      description={words.everyFieldDescription}
      footer={<Button onClick={close}>{words.close}</Button>}
    >
      {open ? <Fields scope={scope} onDropped={close} /> : null}
    </Dialog>
  );
}

function Fields({ scope, onDropped }: { scope: Scope; onDropped: () => void }) {
  const { said, problem } = useReadSaid(scope);
  if (problem !== null)
    return (
      <p role="alert" className="text-bad-text">
        {problem}
      </p>
    );
  if (said === null)
    return (
      <p role="status" className="text-text-2">
        {words.looking}
      </p>
    );
  // An owner is a relation too, and says the same.
  const fields = said.fields.filter(({ field }) => field !== "relations.ownedBy");
  return (
    <ul className="grid divide-y divide-line">
      {fields.map((field) => (
        <li key={field.field} className="grid grid-cols-[150px_minmax(0,1fr)] gap-3 py-3 phone:grid-cols-1 phone:gap-1">
          <h3 className="font-550 [overflow-wrap:anywhere]">{fieldName(field.field)}</h3>
          <FieldSaid
            scope={scope}
            label={fieldName(field.field)}
            field={field}
            sources={said.sources}
            onDropped={onDropped}
          />
        </li>
      ))}
    </ul>
  );
}
