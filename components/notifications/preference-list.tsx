"use client";
import { useState } from "react";
import { Panel } from "#components/ui/panel.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/notifications/preference-list.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Kind } from "#lib/notifications/notifications/schema.ts";

type Preference = { kind: Kind; label: string; isWanted: boolean; isOptional: boolean };
type Props = {
  preferences: Preference[];
  setPreference(kind: Kind, isWanted: boolean): Promise<MutationResult>;
};

/** One switch for each kind of notification; it is saved as it is switched. */
export function PreferenceList({ preferences, setPreference }: Props) {
  const [wanted, setWanted] = useState(() => new Map(preferences.map((one) => [one.kind, one.isWanted])));
  const toast = useToast();
  const choose = async (kind: Kind, isWanted: boolean) => {
    setWanted((before) => new Map(before).set(kind, isWanted));
    const result = await setPreference(kind, isWanted);
    if (result.ok) return;
    setWanted((before) => new Map(before).set(kind, !isWanted));
    toast({ title: result.problem.detail, tone: "bad" });
  };
  return (
    <Panel>
      <div className="grid divide-y divide-line">
        {preferences.map(({ kind, label, isOptional }) => (
          <div key={kind} className="px-4 py-3">
            <Switch
              label={label}
              hint={isOptional ? undefined : words.alwaysOnYouShouldKnow}
              checked={wanted.get(kind) ?? true}
              disabled={!isOptional}
              onCheckedChange={(checked) => void choose(kind, checked)}
            />
          </div>
        ))}
      </div>
    </Panel>
  );
}
