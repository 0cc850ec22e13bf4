import { type Pattern, type PatternNode, patternLimits, type Range } from "./pattern.ts";

/** Thrown for a pattern that cannot be used; the message is a sentence without its end. */
export class PatternError extends Error {}

const digit: Range[] = [[0x30, 0x39]];
const word: Range[] = [...digit, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const space: Range[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
];
const shorthands: Record<string, Range[]> = { d: digit, w: word, s: space };
const controls: Record<string, number> = { n: 0x0a, t: 0x09, r: 0x0d, f: 0x0c, v: 0x0b };

function complement(ranges: Range[]): Range[] {
  const gaps: Range[] = [];
  let next = 0;
  for (const [from, to] of [...ranges].sort((left, right) => left[0] - right[0])) {
    if (from > next) gaps.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  gaps.push([next, 0x10ffff]);
  return gaps;
}

/** Letters of the alphabet in both cases; that is all that `(?i)` means here. */
function withBothCases(ranges: Range[]): Range[] {
  return ranges.flatMap(([from, to]): Range[] => {
    const others: Range[] = [];
    for (const [low, high, shift] of [
      [0x41, 0x5a, 32],
      [0x61, 0x7a, -32],
    ] as const) {
      const [start, end] = [Math.max(from, low), Math.min(to, high)];
      if (start <= end) others.push([start + shift, end + shift]);
    }
    return [[from, to], ...others];
  });
}

class PatternReader {
  readonly #characters: string[];
  readonly #ignoresCase: boolean;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#ignoresCase = text.startsWith("(?i)");
    this.#characters = [...(this.#ignoresCase ? text.slice(4) : text)];
  }

  read(): PatternNode {
    const node = this.#choice();
    if (this.#at < this.#characters.length) throw new PatternError("a ) has no ( before it");
    return node;
  }

  #peek(): string | undefined {
    return this.#characters[this.#at];
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }

  #choice(): PatternNode {
    this.#depth += 1;
    if (this.#depth > patternLimits.depth)
      throw new PatternError(`a pattern can be nested at most ${patternLimits.depth} levels deep`);
    const branches = [this.#sequence()];
    while (this.#take("|")) branches.push(this.#sequence());
    this.#depth -= 1;
    return branches.length === 1 && branches[0] !== undefined ? branches[0] : { type: "choice", of: branches };
  }

  #sequence(): PatternNode {
    const of: PatternNode[] = [];
    for (let next = this.#peek(); next !== undefined && next !== "|" && next !== ")"; next = this.#peek()) {
      of.push(this.#repeated());
    }
    return { type: "sequence", of };
  }

  #repeated(): PatternNode {
    const atom = this.#atom();
    const counts = this.#counts();
    if (counts === undefined) return atom;
    if (atom.type === "start" || atom.type === "end") throw new PatternError("^ and $ cannot be repeated");
    // Whether a repetition takes much or little does not change whether it matches.
    this.#take("?");
    if (this.#peek() !== undefined && "*+?".includes(this.#peek() ?? ""))
      throw new PatternError(`${this.#peek()} follows another repetition; put the first in ( )`);
    return { type: "repeat", of: atom, ...counts };
  }

  #counts(): { least: number; most: number | null } | undefined {
    if (this.#take("*")) return { least: 0, most: null };
    if (this.#take("+")) return { least: 1, most: null };
    if (this.#take("?")) return { least: 0, most: 1 };
    if (this.#peek() !== "{") return undefined;
    const written = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#characters.slice(this.#at, this.#at + 12).join(""));
    if (written === null)
      throw new PatternError("a { starts a repetition such as {2} or {1,3}; write \\{ for the sign");
    const least = Number(written[1]);
    const most = written[2] === undefined ? least : written[3] === "" ? null : Number(written[3]);
    if (Math.max(least, most ?? 0) > patternLimits.repetitions)
      throw new PatternError(`a repetition can count to at most ${patternLimits.repetitions}`);
    if (most !== null && most < least) throw new PatternError(`${written[0]} has its counts in the wrong order`);
    this.#at += written[0].length;
    return { least, most };
  }

  #atom(): PatternNode {
    const character = this.#characters[this.#at] ?? "";
    this.#at += 1;
    if (character === "^") return { type: "start" };
    if (character === "$") return { type: "end" };
    if (character === ".") return { type: "set", isNegated: true, ranges: [[0x0a, 0x0a]] };
    if (character === "(") return this.#group();
    if (character === "[") return this.#set();
    if ("*+?".includes(character)) throw new PatternError(`there is nothing before ${character} to repeat`);
    if (character === "{") throw new PatternError("there is nothing before { to repeat; write \\{ for the sign");
    return this.#one(character === "\\" ? this.#escape() : [this.#single(character)]);
  }

  #one(ranges: Range[]): PatternNode {
    return { type: "set", isNegated: false, ranges: this.#ignoresCase ? withBothCases(ranges) : ranges };
  }

  #single(character: string): Range {
    const point = character.codePointAt(0) ?? 0;
    return [point, point];
  }

  #group(): PatternNode {
    if (this.#peek() === "?" && this.#characters[this.#at + 1] === ":") this.#at += 2;
    else if (this.#peek() === "?")
      throw new PatternError(
        "a group is ( ) or (?: ); looking ahead or behind, names and flags inside are not possible",
      );
    const inner = this.#choice();
    if (!this.#take(")")) throw new PatternError("a ( has no ) behind it");
    return inner;
  }

  #escape(): Range[] {
    const character = this.#characters[this.#at];
    this.#at += 1;
    if (character === undefined) throw new PatternError("a backslash has nothing behind it");
    if (/[1-9]/.test(character)) throw new PatternError("references back to a group, such as \\1, are not possible");
    const shorthand = shorthands[character.toLowerCase()];
    if (shorthand !== undefined) return character === character.toLowerCase() ? shorthand : complement(shorthand);
    const control = controls[character];
    if (control !== undefined) return [[control, control]];
    if (/[A-Za-z0-9]/.test(character)) throw new PatternError(`\\${character} is not possible here`);
    return [this.#single(character)];
  }

  #set(): PatternNode {
    const isNegated = this.#take("^");
    const ranges: Range[] = [];
    do {
      const from = this.#setPart();
      const isRange = this.#peek() === "-" && this.#characters[this.#at + 1] !== "]";
      if (!isRange) ranges.push(...from);
      else {
        this.#at += 1;
        const [low, high] = [from[0], this.#setPart()[0]];
        if (from.length !== 1 || low === undefined || high === undefined || low[0] !== low[1] || high[0] !== high[1])
          throw new PatternError("a range in [ ] goes from one character to another");
        if (high[0] < low[0]) throw new PatternError("a range in [ ] is in the wrong order");
        ranges.push([low[0], high[0]]);
      }
    } while (this.#peek() !== "]");
    this.#at += 1;
    return { type: "set", isNegated, ranges: this.#ignoresCase ? withBothCases(ranges) : ranges };
  }

  #setPart(): Range[] {
    const character = this.#characters[this.#at];
    this.#at += 1;
    if (character === undefined) throw new PatternError("a [ has no ] behind it");
    if (character === "[") throw new PatternError("a [ inside [ ] is written \\[");
    return character === "\\" ? this.#escape() : [this.#single(character)];
  }
}

/** How many characters a pattern has once its counted repetitions are written out. */
function sizeOf(node: PatternNode): number {
  if (node.type === "sequence" || node.type === "choice")
    return 1 + node.of.reduce((sum, part) => sum + sizeOf(part), 0);
  return node.type === "repeat" ? 1 + sizeOf(node.of) * Math.max(1, node.least, node.most ?? 0) : 1;
}

/** Reads a regular expression. @throws PatternError for what is not in the subset, with the reason */
export function parsePattern(text: string): Pattern {
  if (text.length > patternLimits.characters)
    throw new PatternError(`a pattern can have at most ${patternLimits.characters} characters`);
  const node = new PatternReader(text).read();
  if (sizeOf(node) > patternLimits.size)
    throw new PatternError(
      `this pattern is longer than ${patternLimits.size} characters once its counts are written out`,
    );
  return { node, written: text };
}
