import { keyOf } from "#components/catalog/bulk/change-many.ts";
import { RestError } from "#components/patterns/rest-client.ts";
import type { Problem } from "#lib/kernel/errors.ts";

export type ExportForm = "csv" | "json" | "yaml";
/** `text`: what the best match is of, when that is the order. */
export type ExportOrder = { sort: string; direction: string; text?: string | undefined };
type Wanted = {
  org: string;
  form: ExportForm;
  /** The columns that are shown, and the order of the list. */
  columns: string[];
  order: ExportOrder;
  ids: string[];
};

const types: Record<ExportForm, string> = { csv: "text/csv", json: "application/json", yaml: "application/yaml" };

/**
 * Saves the selected entities as a file, all in one request; `onSome` hears how many bytes there are of it.
 * @throws when it was refused, broke off or was stopped: then nothing is saved
 */
export async function exportSelected(
  { org, form, columns, order, ids }: Wanted,
  onSome: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const answer = await fetch(`/api/v1/entity-export/${form}?${new URLSearchParams({ org })}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ entities: ids.map(keyOf), columns: columns.join(","), ...order }),
    signal,
  });
  if (!answer.ok || answer.body === null) throw new RestError((await answer.json()) as Problem);
  const parts: BlobPart[] = [];
  let bytes = 0;
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.length;
    onSome(bytes);
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type: types[form] }));
  link.download = `selection-${new Date().toISOString().slice(0, 10)}.${form}`;
  link.click();
  // Chromium reads it after the press.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
