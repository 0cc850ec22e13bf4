// Characters that are not seen but change what is: direction, joining, width nothing, tags.
const unseen = /\p{Cf}|\p{Cc}|\p{Zl}|\p{Zp}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u3164|\uffa0/gu;

export type VisiblePart = { text: string; isEscape: boolean };

/** A text in parts; characters that nobody sees stand as `U+202E`. Tabs and line ends stay. */
export function visibleParts(text: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  let from = 0;
  for (const match of text.matchAll(unseen)) {
    if (match[0] === "\n" || match[0] === "\t") continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), isEscape: false });
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    parts.push({ text: `U+${code}`, isEscape: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isEscape: false });
  return parts;
}
