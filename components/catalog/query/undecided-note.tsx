import { restPost } from "#components/patterns/rest-client.ts";
import { Code } from "#components/ui/code.tsx";
import * as words from "#components/words/catalog/query/undecided-note.tsx";

/** An entity for which a condition cannot be decided, and why. */
export type Undecided = { text: string; title: string; condition: string; found: string };
type Answer = {
  entity: { title: string } | null;
  state: string | null;
  causes: { condition: string; found: string }[];
};

/** What matches nothing may do so because it cannot be decided: then the reason is worth more than the figure. */
export function UndecidedNote({ title, condition, found }: Undecided) {
  return (
    <p role="status" className="mt-1.5 text-12 text-warn-text">
      {words.cannotBeDecided(title, <Code>{condition}</Code>, found)}
    </p>
  );
}

/** The first entity for which a condition cannot be decided; null when there is none, or when it was not found out. */
export async function findUndecided(
  org: string,
  text: string,
  blueprint: string | undefined,
  signal: AbortSignal,
): Promise<Undecided | null> {
  try {
    const { entity, state, causes } = await restPost<Answer>(org, "/queries/explain", { text, blueprint }, signal);
    const [cause] = causes;
    return entity === null || cause === undefined || state !== "error" ? null : { text, title: entity.title, ...cause };
  } catch {
    return null;
  }
}
