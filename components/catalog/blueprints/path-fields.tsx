"use client";
import type { PathDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { atIndex, type OnUpdate } from "#components/catalog/blueprints/update.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Plus, Trash2 } from "#components/ui/icons.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/catalog/blueprints/path-fields.ts";

type Props = {
  path: PathDraft;
  /** The problem of the path or of anything inside it. */
  error: string | undefined;
  onChange: OnUpdate<PathDraft>;
};

const mostSteps = 5;

/** The relations that are followed one after another, each outwards or back. */
export function PathFields({ path, error, onChange }: Props) {
  // A step is known by its place: what it is called is being written.
  const placed = path.map((step, place) => ({ step, key: `step ${place}` }));
  return (
    <Field label={words.label} hint={words.hint} error={error} group>
      <ol aria-label={words.label} className="grid gap-1.5">
        {placed.map(({ step, key }, index) => (
          <li key={key} className="grid grid-cols-[minmax(0,1fr)_150px_auto] items-center gap-1.5">
            <Input
              value={step.relation}
              mono
              aria-label={words.relation(index + 1)}
              aria-invalid={error !== undefined}
              placeholder={words.relationPlaceholder}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target: { value: relation } }) => atIndex(onChange, index)((now) => ({ ...now, relation }))}
            />
            <Select
              aria-label={words.direction(index + 1)}
              value={step.direction ?? "outgoing"}
              items={words.directions}
              onValueChange={(direction) =>
                atIndex(onChange, index)((now) => ({ ...now, direction: direction as "outgoing" | "incoming" }))
              }
            />
            <IconButton
              label={words.remove(index + 1)}
              icon={<Trash2 />}
              disabled={path.length === 1}
              onClick={() => onChange((now) => (now.length === 1 ? now : now.toSpliced(index, 1)))}
            />
          </li>
        ))}
      </ol>
      {path.length < mostSteps ? (
        <div>
          <Button
            size="sm"
            icon={<Plus />}
            onClick={() => onChange((now) => (now.length < mostSteps ? [...now, { relation: "" }] : now))}
          >
            {words.add}
          </Button>
        </div>
      ) : null}
    </Field>
  );
}
