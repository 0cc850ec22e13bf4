import { classNames } from "#components/ui/class-names.ts";
import { monogram } from "#components/ui/monogram.ts";
import { pictureName } from "#components/ui/picture-name.ts";

export type AvatarProps = {
  name: string;
  size?: "sm" | "lg" | undefined;
  /** Writes the name beside the picture. */
  withName?: boolean | undefined;
  /** The name already stands beside it: the picture stays silent. */
  decorative?: boolean | undefined;
  className?: string | undefined;
};

/** A person as a monogram. */
export function Avatar({ name, size = "sm", withName, decorative, className }: AvatarProps) {
  const silent = withName || decorative;
  const picture = (
    <span
      {...pictureName(silent ? undefined : name)}
      className={classNames(
        "inline-grid flex-none place-items-center rounded-full bg-level-track align-middle font-[650] text-text",
        size === "sm" ? "size-5 text-[9px]" : "size-7 text-11",
        withName ? "" : className,
      )}
    >
      {monogram(name)}
    </span>
  );
  if (!withName) return picture;
  return (
    <span className={classNames("inline-flex min-w-0 items-center gap-[7px] align-middle", className)}>
      {picture}
      <span className="cut">{name}</span>
    </span>
  );
}
