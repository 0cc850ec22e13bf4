// How progress is shown: one line per step with its time. Shared with the launcher, therefore plain JavaScript.
const isLive = process.stdout.isTTY === true && process.env.TERM !== "dumb";
const isColored = isLive && !process.env.NO_COLOR;
const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const calmIntervalMs = 15_000;

const paint = (code, text) => (isColored ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = (text) => paint(1, text);
export const dim = (text) => paint(2, text);
export const green = (text) => paint(32, text);
export const red = (text) => paint(31, text);

export function formatDuration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`;
}

/** The line that a running step redraws, taken away before anything else is written. */
const clearLine = "\r\u001b[2K";
let isDrawing = false;

export function say(text = "") {
  show(`${text}\n`);
}

/** Writes what another program says, above the line of a running step. */
export function show(text) {
  process.stdout.write(isDrawing ? clearLine + text : text);
}

/**
 * Runs one step: shows a live line on a terminal, and elsewhere a sign of life every 15 seconds, then one line with the result and time.
 * `note` replaces the grey remark behind a running step, `settle` the title that stays.
 */
export async function runStep(title, work) {
  const startedAt = performance.now();
  const elapsed = () => formatDuration(performance.now() - startedAt);
  let remark = "";
  let finalTitle = title;
  let frame = 0;
  const draw = () => {
    const columns = process.stdout.columns || 80;
    frame = (frame + 1) % frames.length;
    const head = `  ${frames[frame]} ${title}  ${elapsed()}`;
    const room = columns - head.length - 3;
    const tail = room > 10 && remark !== "" ? `  ${dim(remark.slice(0, room))}` : "";
    process.stdout.write(`${clearLine}${head}${tail}`);
  };
  isDrawing = isLive;
  const timer = isLive
    ? setInterval(draw, 120)
    : setInterval(() => say(`    ${title}: ${elapsed()} so far${remark === "" ? "" : `, ${remark}`}`), calmIntervalMs);
  const finish = (mark) => {
    clearInterval(timer);
    say(`  ${mark} ${finalTitle}  ${dim(elapsed())}`);
    isDrawing = false;
  };
  try {
    const result = await work({
      note: (text) => {
        remark = text;
      },
      settle: (text) => {
        finalTitle = text;
      },
    });
    finish(green("✓"));
    return result;
  } catch (error) {
    finish(red("✗"));
    throw error;
  }
}
