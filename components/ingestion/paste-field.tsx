"use client";
import type { FieldsProps } from "#components/ingestion/git-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import * as words from "#components/words/ingestion/paste-field.ts";

const sample = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: tide-tables
  title: Tide tables
  description: Answers when a ship may pass
  tags: [go, public]
  links:
    - url: https://runbooks.example.com/tide-tables
      title: Runbook
spec:
  type: service
  lifecycle: production
  owner: group:pilots
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: pilots
spec:
  type: team
  profile:
    displayName: Pilots
  children: []
`;

/** Descriptors as text. */
export function PasteField({ draft, change, errorOf }: FieldsProps) {
  return (
    <Field
      label={words.descriptors}
      hint={words.descriptorsHint}
      error={errorOf("source.text")}
      aside={
        draft.text === "" ? (
          <Button size="sm" variant="ghost" onClick={() => change({ text: sample })}>
            {words.useTheExample}
          </Button>
        ) : undefined
      }
    >
      <Textarea
        mono
        rows={19}
        placeholder={sample}
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
      />
    </Field>
  );
}
