import type { FieldSource } from "#components/catalog/entity-form/entity-form.tsx";
import type { Choice } from "#components/catalog/entity-form/form-values.ts";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/catalog/entity-form/says-who.ts";

const shownText = 24;

/** Who has the say about a field. What was edited by hand over somebody else can go back to what they say: saving that drops the override. */
export function SaysWho({ about, onBack }: { about: FieldSource; onBack: (value: string | Choice[]) => void }) {
  const { by, isByHand, goesBackTo } = about;
  if (goesBackTo === null) return <span className="text-12 text-text-3">{isByHand ? words.byHand : by}</span>;
  const text = typeof goesBackTo === "string" ? goesBackTo : goesBackTo.map(({ label }) => label).join(", ");
  const what = text === "" ? words.nothing : words.quoted(shorten(text));
  return (
    <span className="flex min-w-0 flex-wrap items-center justify-end gap-x-2 text-12 text-text-3">
      {words.byHand}
      <Button size="sm" variant="ghost" onClick={() => onBack(goesBackTo)}>
        {words.backTo(what)}
      </Button>
    </span>
  );
}

function shorten(text: string): string {
  return text.length > shownText ? `${text.slice(0, shownText).toWellFormed()}…` : text;
}
