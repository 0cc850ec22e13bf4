import type { ReactNode } from "react";

export type FootBarProps = {
  /** Left: back. */
  start?: ReactNode;
  /** What pressing the button does and does not do. */
  note?: ReactNode;
  /** Right: the primary button. */
  end?: ReactNode;
};

/** The foot of the deck: holds back and next, and stays in view. */
export function FootBar({ start, note, end }: FootBarProps) {
  return (
    <footer className="sticky bottom-0 z-10 mt-auto flex min-h-[60px] items-center gap-3 border-t border-line bg-deck px-6 phone:bottom-[58px] phone:px-4 print:hidden">
      {start}
      <span className="ml-auto text-right text-12 text-text-3 phone:hidden">{note}</span>
      <div className="flex flex-none items-center gap-2 phone:ml-auto">{end}</div>
    </footer>
  );
}
