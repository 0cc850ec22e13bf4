"use client";
import { type FormEvent, useEffect, useState } from "react";
import { manyEdits } from "#components/catalog/bulk/change-many.ts";
import { FieldControl } from "#components/catalog/entity-form/field-control.tsx";
import { type FormDefinition, type FormField, formSections } from "#components/catalog/entity-form/form-fields.ts";
import { type Choice, toPatch } from "#components/catalog/entity-form/form-values.ts";
import { useBulkWork } from "#components/patterns/data-table/bulk-work.tsx";
import { useTableSelection } from "#components/patterns/data-table/selection.tsx";
import { restGet } from "#components/patterns/rest-client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/catalog/bulk/bulk-edit-dialog.ts";

export type BulkEditDialogProps = {
  org: string;
  /** The kind of the list, whose properties can be set too. */
  blueprint: string | undefined;
  count: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

// What makes no sense to be the same for many, or cannot be said as one value.
const notForMany = new Set(["title", "description", "links", "labels", "annotations", "tags"]);
const tags = (path: string, label: string): FormField => ({
  path,
  label,
  hint: words.tagsHint,
  isRequired: false,
  control: "lines",
  options: [],
  targets: [],
  isNumeric: false,
});
const common = fieldsOf({ properties: [], relations: [], requiredFields: [], layout: [] });

/** Sets one field of every selected entity. */
export function BulkEditDialog({ org, blueprint, count, open, onOpenChange }: BulkEditDialogProps) {
  const { selected } = useTableSelection();
  const { start } = useBulkWork();
  const [fields, setFields] = useState(common);
  const [path, setPath] = useState("owner");
  const [value, setValue] = useState<string | Choice[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (blueprint === undefined) return;
    const stop = new AbortController();
    restGet<{ definition: FormDefinition }>(org, `/blueprints/${encodeURIComponent(blueprint)}`, {}, stop.signal).then(
      ({ definition }) => setFields(fieldsOf(definition)),
      // The common fields can be set without knowing more of the kind.
      () => {},
    );
    return () => stop.abort();
  }, [org, blueprint]);
  const field = fields.find((candidate) => candidate.path === path) ?? fields[0];
  const choose = (next: string) => {
    const control = fields.find((candidate) => candidate.path === next)?.control;
    setPath(next);
    setProblem(null);
    setValue(control === "one" || control === "many" ? [] : "");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (field === undefined) return;
    const isEmpty = typeof value === "string" && value.trim() === "";
    if (isEmpty && field.path.startsWith("tagsTo")) return setProblem(words.nothingSaid);
    // As a form has it that had something else, so that leaving it empty empties the field.
    const before = typeof value === "string" && isEmpty ? "-" : "";
    const { patch, problems } = toPatch([field], { [field.path]: before }, { [field.path]: value });
    if (problems[0] !== undefined) return setProblem(problems[0].message);
    onOpenChange(false);
    start({ label: words.set(field.label), rows: selected, ...manyEdits(org, patch) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.title(count)}
      description={words.description}
      footer={
        <>
          <Button variant="ghost" onClick={() => onOpenChange(false)}>
            {words.cancel}
          </Button>
          <Button variant="primary" type="submit" form="bulk-edit">
            {words.save(count)}
          </Button>
        </>
      }
    >
      <form id="bulk-edit" noValidate className="grid gap-4" onSubmit={submit}>
        <Field label={words.field}>
          <Select
            items={fields.map(({ path: name, label }) => ({ value: name, label }))}
            value={field?.path ?? ""}
            onValueChange={choose}
          />
        </Field>
        {field === undefined ? null : (
          <Field
            key={field.path}
            label={words.value}
            hint={field.path.startsWith("tagsTo") ? field.hint : words.emptyHint}
            error={problem ?? undefined}
          >
            <FieldControl org={org} field={field} value={value} onChange={setValue} />
          </Field>
        )}
      </form>
    </Dialog>
  );
}

function fieldsOf(definition: FormDefinition): FormField[] {
  const fields = formSections(definition).flatMap((section) => section.fields);
  const [owner, ...rest] = fields.filter((field) => !notForMany.has(field.path));
  const tagFields = [tags("tagsToAdd", words.addTags), tags("tagsToRemove", words.removeTags)];
  return owner === undefined ? tagFields : [owner, ...rest.slice(0, 2), ...tagFields, ...rest.slice(2)];
}
