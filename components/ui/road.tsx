import { classNames } from "#components/ui/class-names.ts";

export type RoadProps = {
  total: number;
  done: number;
  /** Share of the next block that is laid, 0 to 1. */
  part?: number | undefined;
  /** The same in words: "11 of 15 rules to Gold". */
  label: string;
  size?: "sm" | "md" | undefined;
  className?: string | undefined;
};

/** A stretch of road: as many blocks as there are steps, laid from the left. */
export function Road({ total, done, part = 0, label, size = "sm", className }: RoadProps) {
  const blocks = Array.from({ length: Math.max(total, 0) }, (_, index) => index);
  return (
    <div role="img" aria-label={label} className={classNames("flex", size === "sm" ? "gap-[3px]" : "gap-1", className)}>
      {blocks.map((block) => (
        <span
          key={block}
          className={classNames(
            "flex-1 overflow-hidden rounded-paver bg-level-track",
            size === "sm" ? "h-[5px]" : "h-1.5",
          )}
        >
          {block < done || (block === done && part > 0) ? (
            <span
              className="block h-full bg-accent-mark transition-[width] duration-(--m-slow)"
              style={{ width: block < done ? "100%" : `${Math.round(part * 100)}%` }}
            />
          ) : null}
        </span>
      ))}
    </div>
  );
}
