const heights = [38, 52, 44, 60, 48, 66, 58, 72, 62, 78, 70, 84];

/** The room of a chart that is on its way: blocks after 150 ms, at the final height. */
export function ChartLoading() {
  return (
    <div
      aria-hidden="true"
      className="flex h-full items-end gap-2 pb-6 pl-11 [animation:appear_var(--m-fast)_150ms_both]"
    >
      {heights.map((height) => (
        <span key={height} className="flex-1 rounded-paver bg-line" style={{ height: `${height}%` }} />
      ))}
    </div>
  );
}
