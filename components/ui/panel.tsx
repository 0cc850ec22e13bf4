import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type PanelProps = {
  title?: ReactNode;
  icon?: ReactNode;
  /** Right end of the head: a count, a time, one quiet link. */
  more?: ReactNode;
  headingLevel?: 2 | 3 | undefined;
  dashed?: boolean | undefined;
  /** Puts 16 px around the children; leave out for lists and tables. */
  padded?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

/** A surface with a hairline. Panels stand beside each other, never inside each other. */
export function Panel({ title, icon, more, headingLevel = 2, dashed, padded, id, className, children }: PanelProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <section
      id={id}
      className={classNames(
        "min-w-0 rounded-3 border",
        dashed ? "border-dashed border-line-control" : "border-line-2 bg-panel shadow-1",
        className,
      )}
    >
      {title !== undefined ? (
        <div className="flex min-h-10 items-center gap-2 border-b border-line px-4 [&>.lucide]:text-text-3">
          {icon}
          <Heading className="font-600">{title}</Heading>
          {more !== undefined ? (
            <div className="ml-auto flex min-w-0 items-center gap-2 py-1 text-12 text-text-3">{more}</div>
          ) : null}
        </div>
      ) : null}
      {padded ? <PanelBody>{children}</PanelBody> : children}
    </section>
  );
}

export function PanelBody({ className, children }: { className?: string | undefined; children?: ReactNode }) {
  return <div className={classNames("p-4", className)}>{children}</div>;
}
