import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/patterns/breadcrumbs.ts";

export type BreadcrumbItem = { label: ReactNode; href?: string | undefined };

/** The way to this page. On a phone only its last step stands. */
export function Breadcrumbs({ items }: { items: BreadcrumbItem[] }) {
  const last = items.length - 1;
  return (
    <nav aria-label={words.breadcrumb} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-text-3">
        {items.map((item, index) => (
          <li
            key={`${item.href ?? ""} ${typeof item.label === "string" ? item.label : "here"}`}
            className={index === last ? "cut font-550 text-text" : "flex flex-none items-center gap-1.5 phone:hidden"}
          >
            {index === last ? (
              <span aria-current="page">{item.label}</span>
            ) : (
              <>
                {item.href ? (
                  <Link href={item.href} className="hover:text-text">
                    {item.label}
                  </Link>
                ) : (
                  <span>{item.label}</span>
                )}
                <span aria-hidden="true" className="text-line-control">
                  /
                </span>
              </>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
