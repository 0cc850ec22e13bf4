import type { ReactNode } from "react";
import { LongRoadLater } from "#components/shell/illustrations/long-road-later.tsx";
import { Logo } from "#components/shell/logo.tsx";
import * as words from "#components/words/shell/auth-frame.ts";

export type AuthFrameProps = {
  title: ReactNode;
  sub?: ReactNode;
  /** Last line: who runs this and where to ask. */
  foot?: ReactNode;
  children: ReactNode;
};

/** The pages before one is inside: a form on the left, the long road on the right. */
export function AuthFrame({ title, sub, foot, children }: AuthFrameProps) {
  return (
    <div className="grid min-h-screen grid-cols-[minmax(460px,1fr)_1.15fr] bg-deck phone:grid-cols-1">
      <main className="flex min-w-0 flex-col gap-8 px-12 py-8 phone:px-5 phone:py-6">
        <p className="flex items-center gap-2.5 text-16 font-600 tracking-tight">
          <Logo size={26} />
          {words.causeway}
        </p>
        <div className="m-auto grid w-full max-w-[356px] gap-4">
          <div>
            <h1 className="text-28 leading-[1.15] font-600 tracking-[-0.03em]">{title}</h1>
            {sub !== undefined ? <p className="mt-2 text-text-2">{sub}</p> : null}
          </div>
          {children}
        </div>
        {foot !== undefined ? <p className="text-12 text-text-3">{foot}</p> : null}
      </main>
      <aside
        aria-label={words.aboutCauseway}
        className="relative m-3 ml-0 overflow-hidden rounded-4 bg-[linear-gradient(var(--scene-sky)_26%,var(--scene-sea)_26%)] phone:hidden"
      >
        <LongRoadLater className="absolute inset-0 size-full" />
        <p className="absolute top-8 left-8 max-w-[300px] text-20 leading-tight font-550 tracking-tight">
          {words.solidGroundBetweenAnIdea}
        </p>
      </aside>
    </div>
  );
}

/** The line between two ways in: "or with a password". */
export function OrDivider({ children }: { children: ReactNode }) {
  return (
    <div className="flex items-center gap-3 text-12 text-text-3 before:h-px before:flex-1 before:bg-line-2 after:h-px after:flex-1 after:bg-line-2">
      <span>{children}</span>
    </div>
  );
}
