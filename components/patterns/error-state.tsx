import type { ReactNode } from "react";
import { RoadIllustration } from "#components/shell/illustrations/road-illustration.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { ChevronRight, ShieldCheck, Wrench, X } from "#components/ui/icons.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/patterns/error-state.ts";

export type ErrorStateProps = {
  /** What happened, in words: "The metrics store did not answer". */
  title: ReactNode;
  children?: ReactNode;
  notLost?: ReactNode[] | undefined;
  remedies?: ReactNode[] | undefined;
  actions?: ReactNode;
  requestId?: string | undefined;
  /** For the operator; folded away. */
  details?: ReactNode;
  size?: "page" | "panel" | undefined;
};

/** What happened, what was not lost, what to do, and the number to pass on. */
export function ErrorState(props: ErrorStateProps) {
  const { title, children, notLost, remedies, actions, requestId, details, size = "page" } = props;
  if (size === "panel") return <ErrorPanel {...props} />;
  return (
    <div className="mx-auto my-10 grid w-full max-w-[680px] gap-3 phone:my-4">
      <RoadIllustration kind="broken" />
      <h1 className="mt-3 text-20 leading-tight font-600 tracking-tight">{title}</h1>
      {children !== undefined ? <div className="-mt-1.5 max-w-[60ch] text-text-2">{children}</div> : null}
      {notLost || remedies ? (
        <div className="mt-2 grid auto-cols-fr grid-flow-col rounded-3 border border-line-2 bg-panel shadow-1 phone:grid-flow-row">
          {notLost ? <Points icon={<ShieldCheck aria-hidden />} title={words.notLost} points={notLost} /> : null}
          {remedies ? <Points icon={<Wrench aria-hidden />} title={words.whatYouCanDo} points={remedies} /> : null}
        </div>
      ) : null}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {actions}
        {requestId ? <RequestId id={requestId} /> : null}
      </div>
      {details !== undefined ? (
        <details className="group rounded-3 border border-line-2 bg-panel shadow-1">
          <summary className="flex min-h-[38px] list-none items-center gap-2 px-3">
            <ChevronRight aria-hidden className="!size-3.5 group-open:rotate-90" />
            {words.detailsForTheOperator}
          </summary>
          <div className="border-t border-line p-3 text-12 text-text-2">{details}</div>
        </details>
      ) : null}
    </div>
  );
}

function Points({ icon, title, points }: { icon: ReactNode; title: string; points: ReactNode[] }) {
  const numbered = points.map((point, place) => ({ point, key: `${title}-${place}` }));
  return (
    <section className="border-line p-4 not-first:border-l phone:not-first:border-t phone:not-first:border-l-0">
      <h2 className="mb-2 flex items-center gap-2 font-600 [&_.lucide]:size-3.5 [&_.lucide]:text-text-3">
        {icon}
        {title}
      </h2>
      <ul>
        {numbered.map(({ point, key }) => (
          <li key={key} className="py-[3px] pl-[22px] text-text-2 [&_a]:underline">
            {point}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RequestId({ id }: { id: string }) {
  return (
    <span className="ml-auto flex items-center gap-2 text-12 text-text-3">
      {words.request}
      <Pill mono>{id}</Pill>
      <CopyButton text={id} label={words.copyRequestId} />
    </span>
  );
}

function ErrorPanel({ title, children, actions, requestId }: ErrorStateProps) {
  return (
    <div className="grid content-start gap-2 p-4">
      <p className="flex items-center gap-2 font-550">
        <Glyph tone="bad" icon={<X aria-hidden />} />
        {title}
      </p>
      {children !== undefined ? <div className="text-12 text-text-2">{children}</div> : null}
      <div className="mt-1 flex flex-wrap items-center gap-2">
        {actions}
        {requestId ? <span className="mono text-11 text-text-3">{requestId}</span> : null}
      </div>
    </div>
  );
}
