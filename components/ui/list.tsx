import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";

export type ListProps = {
  label?: string | undefined;
  /** Gives the list its own panel edge; leave out inside a Panel. */
  framed?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** Rows between hairlines. */
export function List({ label, framed, className, children }: ListProps) {
  return (
    <ul
      data-rows
      aria-label={label}
      className={classNames(framed && "overflow-hidden rounded-3 border border-line-2 bg-panel shadow-1", className)}
    >
      {children}
    </ul>
  );
}

export type ListItemProps = {
  /** The row that is meant: selected background and the accent edge. */
  current?: boolean | undefined;
  /** 34 px rows with one line. */
  tight?: boolean | undefined;
  leading?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** Context before the actions: "due in 3 days". */
  meta?: ReactNode;
  actions?: ReactNode;
  /** Makes the title a link that covers the row. */
  href?: string | undefined;
  /** Called as the link is followed; only from client components. */
  onOpen?: (() => void) | undefined;
  className?: string | undefined;
};

/** One thing, what is known about it, and what can be done right there. On a phone actions stand under their text. */
export function ListItem({
  current,
  tight,
  leading,
  title,
  description,
  meta,
  actions,
  href,
  onOpen,
  className,
}: ListItemProps) {
  const hasSide = actions !== undefined || meta !== undefined;
  return (
    <li
      className={classNames(
        "relative flex items-center gap-3 border-t border-line px-4 first:border-t-0 [&>.lucide]:text-text-3",
        tight ? "min-h-[34px] py-[3px] phone:min-h-11" : "min-h-11 py-1.5 phone:min-h-[52px]",
        !tight && hasSide && "phone:flex-wrap phone:gap-y-1 phone:py-3",
        current && "bg-selected shadow-[inset_2px_0_0_var(--accent-mark)] [&>[data-tone=accent]]:bg-panel",
        href && "hover:bg-hover",
        className,
      )}
    >
      {leading}
      <div
        className={classNames(
          "grid min-w-0 flex-1 gap-px *:min-w-0",
          !tight && hasSide && leading !== undefined && "phone:basis-[calc(100%-40px)]",
        )}
      >
        <div className={classNames("[&_b]:font-600", tight ? "cut" : "cut phone:whitespace-normal")}>
          {href ? (
            <Link href={href} className="after:absolute after:inset-0" {...(onOpen ? { onClick: onOpen } : {})}>
              {title}
            </Link>
          ) : (
            title
          )}
        </div>
        {description !== undefined ? (
          <div className="cut text-12 text-text-3 phone:whitespace-normal">{description}</div>
        ) : null}
      </div>
      {meta !== undefined ? (
        <div
          className={classNames(
            "flex-none text-12 whitespace-nowrap text-text-3",
            !tight && leading ? "phone:ml-9 phone:self-center" : "",
          )}
        >
          {meta}
        </div>
      ) : null}
      {actions !== undefined ? (
        <div className="relative z-1 flex flex-none items-center gap-1 phone:ml-auto">{actions}</div>
      ) : null}
    </li>
  );
}
