import * as words from "#components/words/patterns/log-spans.ts";
export type LogTone = "ok" | "warn" | "bad" | "cmd" | "dim";
export type LogSpan = { text: string; tone: LogTone | null; isBold: boolean };

/** A line longer than this is cut: a browser lays out no line of ten million characters. */
const longest = 20_000;

// Everything that a terminal would act on: CSI, OSC, DCS, PM, APC and SOS strings (also unfinished), two-byte escapes.
// Assembled, because control characters in a pattern are hard to see.
const [esc, csi, end, bell] = ["\u001b", "\u009b", "\u009c", "\u0007"];
const strings = "\u009d\u0090\u0098\u009e\u009f";
const command = new RegExp(
  [
    `(?:${esc}\\[|${csi})([0-?]*)[ -/]*([@-~])`,
    `(?:${esc}[\\]PX^_]|[${strings}])[^${bell}${esc}${end}]*(?:${bell}|${esc}\\\\|${end}|$)`,
    `${esc}[ -/]*[0-~]?`,
    csi,
  ].join("|"),
  "g",
);

const tones: Record<number, LogTone | null> = {
  0: "dim",
  1: "bad",
  2: "ok",
  3: "warn",
  4: "cmd",
  5: "cmd",
  6: "cmd",
  7: null,
};

type Style = { tone: LogTone | null; isBold: boolean };
type Cell = Style & { character: string };

/** A line of a log as a terminal would show it: colours become tones, other escapes are dropped, a carriage return writes over. */
export function logSpans(line: string): LogSpan[] {
  const text = line.length > longest ? line.slice(0, longest) : line;
  const rest = line.length - text.length;
  const spans = /[\p{Cc}]/u.test(text) ? spansOf(text) : [{ text, tone: null, isBold: false }];
  if (rest > 0) spans.push({ text: words.moreCharactersAreNotShown(rest), tone: "dim", isBold: false });
  return spans;
}

function spansOf(text: string): LogSpan[] {
  const cells: Cell[] = [];
  let column = 0;
  let style: Style = { tone: null, isBold: false };
  const write = (part: string) => {
    for (const character of part) {
      if (character === "\r") column = 0;
      else if (character === "\b") column = Math.max(0, column - 1);
      else if (character === "\t" || character === "\n" || !/\p{Cc}/u.test(character))
        cells[column++] = { ...style, character };
    }
  };
  let from = 0;
  for (const match of text.matchAll(command)) {
    write(text.slice(from, match.index));
    if (match[2] === "m") style = styled(style, match[1] ?? "");
    from = match.index + match[0].length;
  }
  write(text.slice(from));
  return joined(cells);
}

function styled(before: Style, codes: string): Style {
  let style = before;
  const numbers = codes.split(/[;:]/).map(Number);
  for (let index = 0; index < numbers.length; index++) {
    const code = numbers[index] ?? 0;
    if (code === 0) style = { tone: null, isBold: false };
    else if (code === 1) style = { ...style, isBold: true };
    else if (code === 2) style = { ...style, tone: "dim" };
    else if (code === 22) style = { ...style, isBold: false };
    else if (code === 39) style = { ...style, tone: null };
    else if (code >= 30 && code <= 37) style = { ...style, tone: tones[code - 30] ?? null };
    else if (code >= 90 && code <= 97) style = { ...style, tone: tones[code - 90] ?? null };
    else if (code === 38 || code === 48) index += numbers[index + 1] === 5 ? 2 : 4;
  }
  return style;
}

function joined(cells: Cell[]): LogSpan[] {
  const spans: LogSpan[] = [];
  for (const { character, tone, isBold } of cells) {
    const last = spans.at(-1);
    if (last !== undefined && last.tone === tone && last.isBold === isBold) last.text += character;
    else spans.push({ text: character, tone, isBold });
  }
  return spans;
}
