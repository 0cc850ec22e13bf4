/** The frame around a query that is written, the same before and after its editor has come. */
export const queryFrame =
  "flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 rounded-2 border border-line-control bg-panel py-1 pr-1.5 pl-[11px] has-[textarea:focus-visible]:border-accent has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-offset-1 has-[textarea:focus-visible]:outline-focus";
/** How the text of a query is set. */
export const queryTextClass = "font-mono text-12 leading-[20px] break-words whitespace-pre-wrap";
