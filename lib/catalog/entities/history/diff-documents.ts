/** One value that differs between two versions. `null` stands for "not there"; a stored null reads the same. */
export type DocumentChange = { path: string; before: string | null; after: string | null };

const longestText = 2000;

/**
 * What differs between two documents, by dotted path. Lists of plain values are compared as sets (an order of tags is no news); other
 * lists and everything below them as a whole.
 */
export function diffDocuments(before: unknown, after: unknown, path: string[] = []): DocumentChange[] {
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => diffDocuments(before[key], after[key], [...path, key]));
  }
  if (isPlainList(before) && isPlainList(after)) {
    const [had, has] = [new Set(before), new Set(after)];
    return [
      ...[...had]
        .filter((item) => !has.has(item))
        .map((item) => ({ path: path.join("."), before: show(item), after: null })),
      ...[...has]
        .filter((item) => !had.has(item))
        .map((item) => ({ path: path.join("."), before: null, after: show(item) })),
    ];
  }
  const [was, is] = [show(before), show(after)];
  if (was !== is) return [{ path: path.join("."), before: was, after: is }];
  // The text "1" that became the number 1 reads the same; quotes tell them apart.
  if (was === null || typeof before === typeof after) return [];
  return [{ path: path.join("."), before: JSON.stringify(before), after: JSON.stringify(after) }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlainList(value: unknown): value is (string | number | boolean)[] {
  return Array.isArray(value) && value.every((item) => typeof item !== "object");
}

function show(value: unknown): string | null {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (isObject(value) && Object.keys(value).length === 0) return null;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
