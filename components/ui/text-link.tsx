import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";

export type TextLinkProps = {
  href: string;
  /** Links inside a sentence are underlined; alone in a cell they are not. */
  underline?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A link in text. Addresses outside Causeway open in a new tab and give nothing away. */
export function TextLink({ href, underline, className, children }: TextLinkProps) {
  const classes = classNames(
    "text-link decoration-1 underline-offset-2 hover:underline",
    underline && "underline",
    className,
  );
  if (/^(?:https?:|mailto:)/u.test(href)) {
    return (
      <a href={href} className={classes} target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    );
  }
  return (
    <Link href={href} className={classes}>
      {children}
    </Link>
  );
}
