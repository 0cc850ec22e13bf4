import { classNames } from "#components/ui/class-names.ts";
import { pictureName } from "#components/ui/picture-name.ts";

export type TeamBadgeProps = {
  name: string;
  withName?: boolean | undefined;
  decorative?: boolean | undefined;
  className?: string | undefined;
};

function teamCode(name: string): string {
  const words = name.split(/[\s&_-]+/u).filter(Boolean);
  const letters =
    words.length > 1 ? words.slice(0, 2).map((word) => [...word][0] ?? "") : [...(words[0] ?? "?")].slice(0, 2);
  return letters.join("").toUpperCase();
}

/** A team as a square plate with two letters; people are round, teams are square. */
export function TeamBadge({ name, withName, decorative, className }: TeamBadgeProps) {
  const silent = withName || decorative;
  const plate = (
    <span {...pictureName(silent ? undefined : name)} className={classNames("team-plate", withName ? "" : className)}>
      {teamCode(name)}
    </span>
  );
  if (!withName) return plate;
  return (
    <span className={classNames("inline-flex min-w-0 items-center gap-[7px] align-middle", className)}>
      {plate}
      <span className="cut">{name}</span>
    </span>
  );
}
