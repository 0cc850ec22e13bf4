/** A page that has been asked for this long and is not there will not keep anything waiting any more. */
const longestMs = 10_000;

let since: number | null = null;
let shown = "";

/** Another page, or the same with another filter, has been asked for. */
export function begin(): void {
  since = performance.now();
}

/** A page is there. */
export function arrive(address: string): void {
  if (address === shown) return;
  shown = address;
  since = null;
}

/**
 * Whether a page is on its way. Reading the present one again meanwhile would begin the way anew: where things change all the time, nobody
 * would arrive.
 */
export function isGoing(): boolean {
  return since !== null && performance.now() - since < longestMs;
}

/** Notices when a link to another page is pressed. @returns ends it */
export function watchLinks(): () => void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link === null || !isPlain || link.target !== "" || link.hasAttribute("download")) return;
    const { origin, pathname, search } = window.location;
    if (link.origin === origin && link.pathname + link.search !== pathname + search) begin();
  };
  document.addEventListener("click", onClick, true);
  return () => document.removeEventListener("click", onClick, true);
}
