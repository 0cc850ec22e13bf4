import type { ReactNode } from "react";
import { Glyph } from "#components/ui/glyph.tsx";
import type { Tone } from "#components/ui/tone.ts";

export type FeedItem = {
  id: string;
  at: ReactNode;
  icon: ReactNode;
  tone?: Tone | undefined;
  title: ReactNode;
  description?: ReactNode;
  /** Right end: from which level to which, a pill. */
  aside?: ReactNode;
};
export type FeedProps = { label: string; items: FeedItem[] };

/** What changed, newest first, on a road line. */
export function Feed({ label, items }: FeedProps) {
  return (
    <ol aria-label={label}>
      {items.map((item, index) => (
        <li
          key={item.id}
          className="relative grid grid-cols-[84px_24px_minmax(0,1fr)_auto] items-start gap-x-3 py-[9px] phone:grid-cols-[24px_minmax(0,1fr)_auto]"
        >
          <div className="pt-1 text-right font-mono text-11 whitespace-nowrap text-text-3 phone:order-4 phone:col-start-2 phone:pt-0 phone:text-left">
            {item.at}
          </div>
          <Glyph icon={item.icon} tone={item.tone} />
          {index < items.length - 1 ? (
            <span
              aria-hidden="true"
              className="road-line absolute top-[38px] -bottom-1 left-[107px] w-[2px] phone:left-[11px]"
            />
          ) : null}
          <div className="grid min-w-0 gap-px">
            <span className="[overflow-wrap:anywhere] [&_b]:font-600">{item.title}</span>
            {item.description !== undefined ? <span className="text-12 text-text-3">{item.description}</span> : null}
          </div>
          <div className="flex items-center gap-1 [&_.lucide]:size-3.5">{item.aside}</div>
        </li>
      ))}
    </ol>
  );
}
