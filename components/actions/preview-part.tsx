import type { ReactNode } from "react";

type Props = { title: string; count?: string | null; children: ReactNode };

/** One part of "What will happen". */
export function PreviewPart({ title, count, children }: Props) {
  return (
    <section className="border-t border-line px-4 py-3.5 first-of-type:border-t-0">
      <h3 className="mb-2 text-12 font-600">
        {title} {count ? <span className="font-450 text-text-3">{count}</span> : null}
      </h3>
      {children}
    </section>
  );
}
