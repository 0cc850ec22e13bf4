"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AboutKind } from "#components/catalog/blueprints/kind-actions.tsx";
import { kindsHref } from "#components/catalog/blueprints/kind-href.ts";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import * as words from "#components/words/catalog/blueprints/delete-kind-dialog.tsx";

export type DeleteKindProps = {
  org: string;
  about: AboutKind;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Deletes a kind, with what goes along with it: each of those has to be said. */
export function DeleteKindDialog({ org, about, open, onOpenChange }: DeleteKindProps) {
  const router = useRouter();
  const form = useForm("identifier");
  const [entities, setEntities] = useState(false);
  const [relations, setRelations] = useState(false);
  const { title, entityCount, pointing } = about;
  async function remove() {
    const told = { entities: entities ? "delete" : "refuse", relations: relations ? "drop" : "refuse" } as const;
    const done = await form.send(about.remove(told), words.deleted(title));
    if (done === null) return;
    onOpenChange(false);
    router.push(kindsHref(org));
  }
  const problem = (path: string) =>
    form.errorOf(path) === undefined ? null : (
      <p role="alert" className="pl-6 text-12 text-bad-text">
        {form.errorOf(path)}
      </p>
    );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
      title={words.title(title)}
      description={words.description(entityCount, pointing.length)}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{words.cancel}</Button>
          <Button variant="danger" busy={form.isBusy} onClick={remove}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <div className="grid gap-2">
        <Checkbox
          label={words.deleteEntities(entityCount)}
          hint={words.deleteEntitiesHint}
          checked={entities}
          onCheckedChange={setEntities}
        />
        {problem("entities")}
        {pointing.length === 0 ? null : (
          <Checkbox
            label={words.dropRelations}
            hint={pointing.join(", ")}
            checked={relations}
            onCheckedChange={setRelations}
          />
        )}
        {problem("relations")}
        {problem("identifier")}
      </div>
    </Dialog>
  );
}
