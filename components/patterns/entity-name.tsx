import type { ReactNode } from "react";
import { Box } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";

export type EntityNameProps = { name: ReactNode; href?: string | undefined; icon?: ReactNode; after?: ReactNode };

/** The name of a thing with its kind before it, for first cells and lists. */
export function EntityName({ name, href, icon, after }: EntityNameProps) {
  return (
    <span className="entity-name">
      {icon ?? <Box aria-hidden />}
      {href ? (
        <Link href={href} className="hover:underline">
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      {after}
    </span>
  );
}
