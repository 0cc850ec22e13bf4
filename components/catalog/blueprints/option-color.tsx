import { classNames } from "#components/ui/class-names.ts";
import type { OptionColor } from "#lib/catalog/properties/schema.ts";

const marks: Record<OptionColor, string> = {
  gray: "bg-(--option-gray)",
  blue: "bg-(--option-blue)",
  teal: "bg-(--option-teal)",
  green: "bg-(--option-green)",
  yellow: "bg-(--option-yellow)",
  orange: "bg-(--option-orange)",
  red: "bg-(--option-red)",
  purple: "bg-(--option-purple)",
  pink: "bg-(--option-pink)",
};

/** The colour of a value as a block; the word beside it says which value it is. */
export function OptionMark({ color, className }: { color: OptionColor | undefined; className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-block size-2 flex-none rounded-[1.5px]",
        color === undefined ? "inset-ring inset-ring-line-control" : marks[color],
        className,
      )}
    />
  );
}
