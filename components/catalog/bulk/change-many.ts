import type { RunMany } from "#components/patterns/data-table/bulk-work.tsx";
import { RestError, restGet, restPost } from "#components/patterns/rest-client.ts";

type Key = { blueprint: string; identifier: string };
type Answer = { problems: { path: string; message: string }[]; undo?: Key[] };
type Page = { items: (Key & { title: string })[]; nextCursor: string | null };

/** A row's id in tables of entities: `component:payments-api`. */
export function keyOf(id: string): Key {
  const at = id.indexOf(":");
  return { blueprint: id.slice(0, at), identifier: id.slice(at + 1) };
}

function idOf({ blueprint, identifier }: Key): string {
  return `${blueprint}:${identifier}`;
}

/** Does something to entities in one request. @returns for each what was wrong, or null */
export async function changeMany(
  org: string,
  path: `/${string}`,
  ids: string[],
  more: object = {},
): Promise<(string | null)[]> {
  return ask(ids, () => restPost<Answer>(org, path, { ...more, entities: ids.map(keyOf), isPartial: true }));
}

/** Changes the same fields of entities, and gives them their former values back unless somebody changed them meanwhile. */
export function manyEdits(org: string, patch: object): { runMany: RunMany; undoMany: RunMany } {
  const undo = new Map<string, Key>();
  const send = (ids: string[], edits: Key[], withUndo: boolean) =>
    ask(ids, async () => {
      const answer = await restPost<Answer>(org, "/entities/edits", { edits, isPartial: true, withUndo });
      for (const edit of answer.undo ?? []) undo.set(idOf(edit), edit);
      return answer;
    });
  return {
    runMany: (ids) =>
      send(
        ids,
        ids.map((id) => ({ ...keyOf(id), ...patch })),
        true,
      ),
    async undoMany(ids) {
      // What had the value already stays as it was.
      const changed = ids.filter((id) => undo.has(id));
      const problems =
        changed.length === 0
          ? []
          : await send(
              changed,
              changed.flatMap((id) => undo.get(id) ?? []),
              false,
            );
      return ids.map((id) => problems[changed.indexOf(id)] ?? null);
    },
  };
}

async function ask(ids: string[], send: () => Promise<Answer>): Promise<(string | null)[]> {
  const found = new Map<number, string>();
  try {
    const { problems } = await send();
    for (const { path, message } of problems) {
      const place = Number(path.split(".")[1]);
      if (!found.has(place)) found.set(place, message);
    }
  } catch (error) {
    // What is wrong with the request is wrong for each of them.
    if (!(error instanceof RestError)) throw error;
    const message = error.problem.fields?.[0]?.message ?? error.message;
    return ids.map(() => message);
  }
  return ids.map((_, place) => found.get(place) ?? null);
}

/** Every entity under a filter, in pages that are as long as the address allows; `onSome` is told of each. */
export async function findAll(
  org: string,
  path: `/${string}`,
  filter: Record<string, string | string[] | undefined>,
  limit: number,
  onSome: (rows: { id: string; name: string }[]) => void = () => {},
): Promise<{ id: string; name: string }[]> {
  const found: { id: string; name: string }[] = [];
  let cursor: string | undefined;
  do {
    const page: Page = await restGet(org, path, { ...filter, limit, cursor });
    const some = page.items.map(({ blueprint, identifier, title }) => ({
      id: `${blueprint}:${identifier}`,
      name: title,
    }));
    found.push(...some);
    onSome(some);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
