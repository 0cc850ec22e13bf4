/** The edge of a bar in which one types what a list shall hold. */
export const barFrame =
  "flex min-h-9 items-center gap-2 rounded-2 border border-line-control bg-panel py-1 pr-1.5 pl-[11px] has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-1 has-[input:focus-visible]:outline-focus";
