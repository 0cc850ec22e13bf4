import { type LogTone, logSpans } from "#components/patterns/log-spans.ts";
import { VisibleName } from "#components/patterns/visible-name.tsx";
import { classNames } from "#components/ui/class-names.ts";

const masked = /(\[masked: [^\]]+\])/u;
const tones: Record<LogTone, string> = {
  ok: "text-log-ok",
  warn: "text-log-warn",
  bad: "text-log-bad",
  cmd: "text-log-cmd",
  dim: "text-log-dim",
};

/** The text of a log line: colours of terminals as ours, everything else as text; a masked secret becomes a chip that names it. */
export function LogText({ text }: { text: string }) {
  const spans = logSpans(text).map((span, place) => ({ ...span, key: `${place}-${span.text}` }));
  return spans.map((span) => {
    const className = classNames(span.tone === null ? undefined : tones[span.tone], span.isBold && "font-550");
    return className === "" ? (
      <Chips key={span.key} text={span.text} />
    ) : (
      <span key={span.key} className={className}>
        <Chips text={span.text} />
      </span>
    );
  });
}

function Chips({ text }: { text: string }) {
  if (!masked.test(text)) return <VisibleName text={text} />;
  const parts = text.split(masked).map((part, place) => ({ part, key: `${place}-${part}` }));
  return parts.map(({ part, key }) =>
    masked.test(part) ? (
      <span key={key} className="rounded-[3px] bg-log-line px-1 text-log-dim">
        {part.slice(1, -1)}
      </span>
    ) : (
      <VisibleName key={key} text={part} />
    ),
  );
}
