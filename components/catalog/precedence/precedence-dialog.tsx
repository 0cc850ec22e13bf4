"use client";
import { type FormEvent, useEffect, useState } from "react";
import { entityHref } from "#components/catalog/entity-href.ts";
import { fieldName } from "#components/catalog/said/read-said.ts";
import { restGet } from "#components/patterns/rest-client.ts";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/precedence/precedence.tsx";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Preview = {
  shared: number;
  changed: number;
  examples: { blueprint: string; identifier: string; title: string; fields: string[] }[];
};
export type PrecedenceDialogProps = {
  org: string;
  source: { id: string; name: string; precedence: number };
  change: (precedence: number) => Promise<MutationResult<{ changed: number }>>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

// While somebody types, nothing is asked.
const restMs = 300;

/** Changes how much a source's word weighs; what that would change is seen before it is saved. */
export function PrecedenceDialog({ org, source, change, open, onOpenChange }: PrecedenceDialogProps) {
  const { send, errorOf, isBusy } = useForm("precedence");
  const [text, setText] = useState(String(source.precedence));
  const [preview, setPreview] = useState<Preview | null>(null);
  const isNumber = /^\d{1,4}$/.test(text) && Number(text) <= 1000;
  useEffect(() => {
    setPreview(null);
    if (!open || !isNumber) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      restGet<Preview>(org, `/sources/${source.id}/precedence`, { precedence: Number(text) }, stop.signal).then(
        setPreview,
        // Saving says what is wrong.
        () => {},
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [open, isNumber, org, source.id, text]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await send(change(text.trim() === "" ? Number.NaN : Number(text)), ({ changed }) =>
      words.saved(source.name, changed),
    );
    if (done !== null) onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.title(source.name)}
      description={words.description}
      footer={
        <>
          <Button variant="ghost" onClick={() => onOpenChange(false)}>
            {words.cancel}
          </Button>
          <Button variant="primary" type="submit" form="precedence" busy={isBusy}>
            {words.save(preview?.changed ?? 0)}
          </Button>
        </>
      }
    >
      <form id="precedence" noValidate className="grid gap-4" onSubmit={submit}>
        <Field label={words.precedence} hint={words.hint} error={errorOf("precedence")}>
          <Input
            value={text}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-28"
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <div role="status" className="text-text-2">
          {preview === null ? isNumber ? words.looking : null : <Effect org={org} preview={preview} />}
        </div>
      </form>
    </Dialog>
  );
}

function Effect({ org, preview }: { org: string; preview: Preview }) {
  const { shared, changed, examples } = preview;
  if (shared === 0) return words.alone;
  if (changed === 0) return words.unchanged(shared);
  return (
    <div className="grid gap-2">
      <p>{words.changed(changed, shared)}</p>
      <ul className="grid max-h-48 gap-1 overflow-y-auto">
        {examples.map((entity) => (
          <li key={`${entity.blueprint}:${entity.identifier}`}>
            <TextLink href={entityHref(org, entity)}>{entity.title}</TextLink>
            {entity.fields.length === 0 ? null : (
              <span className="text-text-3">{words.inFields(entity.fields.map(fieldName).join(", "))}</span>
            )}
          </li>
        ))}
        {changed > examples.length ? <li className="text-text-3">{words.more(changed - examples.length)}</li> : null}
      </ul>
    </div>
  );
}
