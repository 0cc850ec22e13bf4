import type { Transaction } from "#db/client.ts";

const touched = new WeakMap<Transaction, Set<string>>();

/** Remembers entities that something written in this transaction let go of: they are not among what is written, and what is derived of them may change. */
export function noteTouched(tx: Transaction, ids: string[]): void {
  if (ids.length === 0) return;
  const known = touched.get(tx) ?? new Set();
  for (const id of ids) known.add(id);
  touched.set(tx, known);
}

/** What was remembered so far; forgotten with this. */
export function takeTouched(tx: Transaction): string[] {
  const ids = [...(touched.get(tx) ?? [])];
  touched.delete(tx);
  return ids;
}
