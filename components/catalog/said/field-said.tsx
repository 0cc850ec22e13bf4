"use client";
import { sourceKind } from "#components/catalog/provenance.ts";
import { patchOf, type SaidField, type SaidSource, valueText } from "#components/catalog/said/read-said.ts";
import type { Scope } from "#components/catalog/said/said-scope.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { VisibleName } from "#components/patterns/visible-name.tsx";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/catalog/said/said.tsx";

type Props = { scope: Scope; label: string; field: SaidField; sources: SaidSource[]; onDropped: () => void };

/** Who has the say about a field, since when, what others would say, and the way back to them. */
export function FieldSaid({ scope, label, field, sources, onDropped }: Props) {
  const { send, isBusy, errorOf } = useForm("field");
  const { deeds } = scope;
  const source = sources.find(({ id }) => id === field.sourceId);
  const isByHand = source?.kind === "person" || source?.kind === "program";
  const mayDrop = deeds !== null && isByHand && sources.length > 1;
  const [next] = field.others;
  const problem = errorOf("field");
  const drop = async () => {
    if (deeds === null) return;
    let version = 0;
    const work = deeds.drop(field.field, field.sourceId).then((result) => {
      if (result.ok) version = result.data.version;
      return result;
    });
    const undo = () => deeds.save({ ...patchOf(field.field, field.value), expectedVersion: version });
    const done = await send(work, words.dropped(label), { undo, undone: words.overriddenAgain(label) });
    if (done !== null) onDropped();
  };
  return (
    <div className="grid gap-3">
      <dl className="grid gap-2">
        <Word term={words.hasTheSay} value={field.value} source={source} since={field.since} by={field.by} />
        {field.others.map(({ sourceId, value }) => (
          <Word key={sourceId} term={words.alsoSays} value={value} source={sources.find(({ id }) => id === sourceId)} />
        ))}
      </dl>
      {mayDrop ? (
        <div className="grid gap-2 border-t border-line pt-3">
          <p className="text-12 text-text-2">
            {next === undefined
              ? words.goesAway
              : words.goesBackTo(<b className="font-550">{shorten(valueText(next.value))}</b>)}
          </p>
          {problem === undefined ? null : (
            <p role="alert" className="text-12 text-bad-text">
              {problem}
            </p>
          )}
          <div>
            <Button size="sm" busy={isBusy} onClick={drop}>
              {next === undefined ? words.dropAdded : words.drop}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

type WordProps = {
  term: string;
  value: unknown;
  source: SaidSource | undefined;
  since?: string | null;
  by?: string | null;
};

function Word({ term, value, source, since = null, by = null }: WordProps) {
  const name = source === undefined ? "" : source.kind === "person" ? words.people : source.name;
  return (
    <div>
      <dt className="text-12 text-text-3">
        {term}: <span className="text-text-2">{name}</span>
        {source === undefined || source.kind === "person" ? "" : ` (${sourceKind(source.kind)})`}
      </dt>
      <dd className="grid">
        <span className="line-clamp-4 [overflow-wrap:anywhere]">
          <VisibleName text={shorten(valueText(value))} />
        </span>
        {since === null ? null : (
          <span className="text-12 text-text-3">{words.since(<RelativeTime at={since} style="long" />, by)}</span>
        )}
      </dd>
    </div>
  );
}

const longest = 400;

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}
