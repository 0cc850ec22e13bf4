import { visibleParts } from "#components/patterns/visible-text.ts";

/** A name or text that somebody decides by: what is invisible in it is shown, so that no two different names look the same. */
export function VisibleName({ text }: { text: string }) {
  const parts = visibleParts(text);
  if (parts.every((part) => !part.isEscape)) return text;
  const placed = parts.map((part, place) => ({ ...part, key: `${place}-${part.text}` }));
  return placed.map(({ key, text: shown, isEscape }) =>
    isEscape ? (
      <span key={key} className="mono mx-px rounded-paver bg-warn-tint px-0.5 text-11 text-warn-text">
        {shown}
      </span>
    ) : (
      <bdi key={key}>{shown}</bdi>
    ),
  );
}
