import { Pill } from "#components/ui/pill.tsx";
import type { Tone } from "#components/ui/tone.ts";

const tones: Record<string, Tone> = { production: "ok", experimental: "note", deprecated: "warn" };

/** Where something is in its life, in its own word. */
export function LifecyclePill({ lifecycle }: { lifecycle: string }) {
  return <Pill tone={tones[lifecycle] ?? "neutral"}>{lifecycle}</Pill>;
}
