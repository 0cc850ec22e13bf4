import * as words from "#components/words/catalog/misfits-note.ts";
import { inSentence } from "#components/words/in-sentence.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";

/** A quiet line about what of an entity does not fit its kind, opened to each field with its rule. Nothing when all fits. */
export function MisfitsNote({ entity }: { entity: EntityDetail }) {
  if (entity.misfits.length === 0) return null;
  return (
    <details className="border-t border-line px-4 py-2">
      <summary className="flex min-h-6 items-center gap-2 text-12 text-text-2">
        {words.summary(entity.misfits.length, inSentence(entity.blueprint.title))}
      </summary>
      <dl className="grid gap-2 pt-2 pb-2 text-12">
        {entity.misfits.map(({ path, message }) => (
          <div key={`${path} ${message}`}>
            <dt className="mono text-text-3 [overflow-wrap:anywhere]">{path}</dt>
            <dd className="[overflow-wrap:anywhere]">{message}</dd>
          </div>
        ))}
      </dl>
      <p className="pb-2 text-12 text-text-3">{words.kept}</p>
    </details>
  );
}
