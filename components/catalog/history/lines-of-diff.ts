import type { DiffLine } from "#components/patterns/diff-list.tsx";

const shownAround = 2;
// Comparing every line with every other costs their product.
const mostLines = 400;

/** The lines of two texts that differ, with a little of what stays around them. */
export function linesOfDiff(before: string, after: string): DiffLine[] {
  const [was, is] = [before.split("\n"), after.split("\n")];
  const lines = was.length > mostLines || is.length > mostLines ? whole(was, is) : compared(was, is);
  const isNear = lines.map((_, place) =>
    lines.slice(Math.max(0, place - shownAround), place + shownAround + 1).some(({ kind }) => kind !== "same"),
  );
  return lines.flatMap((line, place) => {
    if (isNear[place] === true) return [line];
    return isNear[place - 1] === true || place === 0 ? [{ kind: "same" as const, text: "…" }] : [];
  });
}

function whole(was: string[], is: string[]): DiffLine[] {
  return [
    ...was.map((text): DiffLine => ({ kind: "remove", text })),
    ...is.map((text): DiffLine => ({ kind: "add", text })),
  ];
}

// The longest lines that both have in the same order stay; everything else was taken away or came.
function compared(was: string[], is: string[]): DiffLine[] {
  const common = Array.from({ length: was.length + 1 }, () => new Uint16Array(is.length + 1));
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  for (let row = was.length - 1; row >= 0; row--)
    for (let column = is.length - 1; column >= 0; column--) {
      const line = common[row];
      if (line !== undefined)
        line[column] =
          was[row] === is[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < was.length || column < is.length) {
    if (row < was.length && column < is.length && was[row] === is[column]) {
      lines.push({ kind: "same", text: was[row] ?? "" });
      row += 1;
      column += 1;
    } else if (column >= is.length || (row < was.length && at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ kind: "remove", text: was[row] ?? "" });
      row += 1;
    } else {
      lines.push({ kind: "add", text: is[column] ?? "" });
      column += 1;
    }
  }
  return lines;
}
