/** What a colour says. `accent` means here, yours to press, or paved; the others carry a verdict. */
export type Tone = "neutral" | "accent" | "ok" | "warn" | "bad" | "note";

export const toneTint: Record<Tone, string> = {
  neutral: "bg-sunken text-text-2 inset-ring inset-ring-line",
  accent: "bg-accent-tint text-accent-text",
  ok: "bg-ok-tint text-ok-text",
  warn: "bg-warn-tint text-warn-text",
  bad: "bg-bad-tint text-bad-text",
  note: "bg-note-tint text-note-text",
};

export const toneMark: Record<Tone, string> = {
  neutral: "bg-line-control",
  accent: "bg-accent-mark",
  ok: "bg-ok-mark",
  warn: "bg-warn-mark",
  bad: "bg-bad-mark",
  note: "bg-note-mark",
};
