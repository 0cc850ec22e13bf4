import type { FormField } from "#components/catalog/entity-form/form-fields.ts";
import * as words from "#components/words/catalog/inline/cell-editor.ts";

/** The fields of every kind that can be changed in a cell of the list. */
export type EditableField = "owner" | "lifecycle" | "type" | "tags" | "description";

const plain = { hint: undefined, isRequired: false, options: [], targets: [], isNumeric: false };

const fieldOf: Record<EditableField, FormField> = {
  owner: { ...plain, path: "owner", label: words.owner, control: "one", targets: ["group", "user"] },
  lifecycle: { ...plain, path: "lifecycle", label: words.lifecycle, control: "text" },
  type: { ...plain, path: "type", label: words.type, control: "text" },
  tags: { ...plain, path: "tags", label: words.tags, control: "lines", hint: words.onePerLine },
  description: { ...plain, path: "description", label: words.description, control: "long" },
};

/** What a cell is filled in with; `more` are properties of the kind that is listed. */
export function editableField(path: string, more: FormField[]): FormField | undefined {
  return Object.values(fieldOf).find((field) => field.path === path) ?? more.find((field) => field.path === path);
}
