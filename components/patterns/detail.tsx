import type { ReactNode } from "react";

export type DetailProps = {
  /** A PageHeader that is `flush`. */
  head: ReactNode;
  /** LinkTabs that are `inset`. */
  tabs?: ReactNode;
  /** At most one. */
  banner?: ReactNode;
  /** What is looked up, beside what changes; under it on a phone. */
  aside?: ReactNode;
  children: ReactNode;
};

/** The page of one thing: what it is, its parts as tabs, what changes on the left and what is looked up on the right. */
export function Detail({ head, tabs, banner, aside, children }: DetailProps) {
  return (
    <>
      {head}
      {tabs}
      <div className="grid w-full max-w-[1480px] gap-6 p-6 phone:gap-5 phone:p-4">
        {banner}
        {aside === undefined ? (
          <div className="min-w-0">{children}</div>
        ) : (
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 wide:grid-cols-[minmax(0,1fr)_316px] wide:gap-5">
            <div className="grid min-w-0 content-start gap-4">{children}</div>
            <div className="grid min-w-0 content-start gap-4">{aside}</div>
          </div>
        )}
      </div>
    </>
  );
}
