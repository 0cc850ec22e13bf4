const masked = /(\[masked: [^\]]+\])/u;

/** The text of a log line; a masked secret becomes a chip that names it. */
export function LogText({ text }: { text: string }) {
  if (!masked.test(text)) return text;
  const parts = text.split(masked).map((part, place) => ({ part, key: `${place}-${part}` }));
  return parts.map(({ part, key }) =>
    masked.test(part) ? (
      <span key={key} className="rounded-[3px] bg-log-line px-1 text-log-dim">
        {part.slice(1, -1)}
      </span>
    ) : (
      <span key={key}>{part}</span>
    ),
  );
}
