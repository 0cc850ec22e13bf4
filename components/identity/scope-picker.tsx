"use client";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { keyboardScrolling } from "#components/ui/keyboard-scrolling.ts";
import * as words from "#components/words/identity/scope-picker.ts";
import type { Permission } from "#lib/kernel/permissions.ts";

export type ScopeChoice = { permission: Permission; words: string; role: string };
export type ScopeGroup = { noun: string; items: ScopeChoice[] };

type Props = {
  groups: ScopeGroup[];
  value: string[];
  onValueChange: (value: string[]) => void;
  error?: string | undefined;
};

/** What a key may do, in words and by what it is about. Nothing is chosen at first: a key should do one thing. */
export function ScopePicker({ groups, value, onValueChange, error }: Props) {
  const all = groups.flatMap((group) => group.items);
  const reading = all.filter((item) => item.permission.endsWith(":read") && item.role === "viewer");
  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={error === undefined ? undefined : "scopes-error"}>
      <legend className="mb-1.5 font-550">{words.mayDo}</legend>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={() => onValueChange(reading.map((item) => item.permission))}>
          {words.onlyRead}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => onValueChange([])} disabled={value.length === 0}>
          {words.clear}
        </Button>
        <span className="text-12 text-text-3" aria-live="polite">
          {value.length === 0 ? words.nothingYet : words.valueOfAll(value.length, all.length)}
        </span>
      </div>
      <section
        className="grid max-h-[280px] gap-4 overflow-y-auto rounded-2 border border-line p-3"
        {...keyboardScrolling}
        aria-label={words.permissions}
      >
        {groups.map((group) => (
          <div key={group.noun} className="grid gap-1.5">
            <h3 className="text-12 font-550 text-text-3">{group.noun}</h3>
            <div className="grid grid-cols-2 gap-x-4 gap-y-1.5 phone:grid-cols-1">
              {group.items.map((item) => (
                <Checkbox
                  key={item.permission}
                  label={item.words}
                  checked={value.includes(item.permission)}
                  onCheckedChange={(checked) =>
                    onValueChange(
                      checked ? [...value, item.permission] : value.filter((scope) => scope !== item.permission),
                    )
                  }
                />
              ))}
            </div>
          </div>
        ))}
      </section>
      {error === undefined ? null : (
        <p id="scopes-error" role="alert" className="text-12 text-bad-text">
          {error}
        </p>
      )}
    </fieldset>
  );
}
