"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { Looking } from "#components/actions/looking.tsx";
import { PreviewPart } from "#components/actions/preview-part.tsx";
import { StartsAt } from "#components/actions/starts-at.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { restGet } from "#components/patterns/rest-client.ts";
import { QueryProvider } from "#components/shell/live/query-provider.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { Check, Circle, FilePlus2, X } from "#components/ui/icons.tsx";
import { LiveDot } from "#components/ui/live-dot.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/actions/will-happen.tsx";
import type { Policy, RunPreview } from "#lib/actions/runs/schema.ts";

const shownFiles = 8;
const pauseMs = 300;

/** The dry run of an action for the answers so far, asked again when they change. */
function usePreview(org: string, identifier: string, answers: Record<string, unknown>) {
  const inputs = JSON.stringify(answers);
  const [asked, setAsked] = useState(inputs);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(inputs), pauseMs);
    return () => clearTimeout(timer);
  }, [inputs]);
  const { data, error, isFetching, dataUpdatedAt } = useQuery({
    queryKey: ["run.preview", org, identifier, asked],
    queryFn: ({ signal }) =>
      restGet<RunPreview>(org, `/actions/${encodeURIComponent(identifier)}/preview`, { inputs: asked }, signal),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  return { preview: data, previewedAtMs: dataUpdatedAt, error, isCurrent: asked === inputs && !isFetching };
}

export type WillHappenProps = {
  org: string;
  identifier: string;
  /** The answers so far. */
  answers: Record<string, unknown>;
  /** Told what the server found out, and `undefined` while it is asked again. */
  onPreview: (preview: RunPreview | undefined) => void;
};

/** What will happen when the action runs: policies, files, requests, where it starts. Nothing of it has happened yet. */
export function WillHappen(props: WillHappenProps) {
  return (
    <QueryProvider>
      <Preview {...props} />
    </QueryProvider>
  );
}

function Preview({ org, identifier, answers, onPreview }: WillHappenProps) {
  const { preview, previewedAtMs, error, isCurrent } = usePreview(org, identifier, answers);
  const tell = useEffectEvent(onPreview);
  useEffect(() => tell(isCurrent ? preview : undefined), [preview, isCurrent]);
  const previewedAt = new Date(previewedAtMs).toISOString();
  return (
    <Panel
      title={words.whatWillHappen}
      more={
        preview === undefined ? null : (
          <LiveDot tone="ok">
            <span>{words.dryRun(<RelativeTime key={previewedAt} at={previewedAt} style="long" />)}</span>
          </LiveDot>
        )
      }
    >
      {error !== null ? <p className="border-b border-line px-4 py-3 text-12 text-bad-text">{error.message}</p> : null}
      {preview === undefined ? <Looking /> : <Sections preview={preview} />}
    </Panel>
  );
}

function Sections({ preview }: { preview: RunPreview }) {
  const files = preview.files ?? [];
  const policyFiles = files.filter((file) => file.isPolicy).length;
  return (
    <>
      <PreviewPart title={words.policies} count={String(preview.policies.length)}>
        <ul className="grid gap-2">
          {preview.policies.map((policy) => (
            <PolicyRow key={policy.identifier} policy={policy} />
          ))}
        </ul>
      </PreviewPart>
      <PreviewPart
        title={words.newRepository}
        count={files.length === 0 ? null : words.filesFromThePolicyPack(files.length, policyFiles)}
      >
        {files.length === 0 ? (
          <p className="text-12 text-text-3">
            {preview.problems.length === 1
              ? words.oneAnswerIsMissing
              : words.answersAreMissingOrCannot(preview.problems.length)}
          </p>
        ) : (
          <Files files={files} />
        )}
      </PreviewPart>
      {preview.requests.length > 0 ? (
        <PreviewPart title={words.requests} count={words.noneSentYet(preview.requests.length)}>
          <ul className="mono text-12">
            {preview.requests.map(({ verb, target }) => (
              <li key={`${verb} ${target}`} className="flex min-h-[26px] items-center gap-2">
                <span className="w-[52px] flex-none text-accent-text">{verb}</span>
                <span className="min-w-0 text-text-2 [overflow-wrap:anywhere]">{target}</span>
              </li>
            ))}
          </ul>
        </PreviewPart>
      ) : null}
      <StartsAt />
    </>
  );
}

const marks = {
  passed: { tone: "ok", icon: <Check />, word: "passed" },
  failed: { tone: "bad", icon: <X />, word: "failed" },
  open: { tone: "neutral", icon: <Circle />, word: "open" },
} as const;

function PolicyRow({ policy }: { policy: Policy }) {
  const { tone, icon, word } = marks[policy.verdict];
  return (
    <li className="flex items-center gap-2.5">
      <Glyph icon={icon} tone={tone} label={word} />
      <span className="grid min-w-0 gap-px">
        <span>{policy.title}</span>
        {policy.detail !== null ? <span className="text-12 text-text-3">{policy.detail}</span> : null}
      </span>
    </li>
  );
}

function Files({ files }: { files: NonNullable<RunPreview["files"]> }) {
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? files : files.slice(0, shownFiles);
  return (
    <>
      <ul>
        {shown.map((file) => (
          <li
            key={file.path}
            className="flex min-h-[26px] items-center gap-2 [&>.lucide]:size-3.5 [&>.lucide]:flex-none"
          >
            <FilePlus2 aria-hidden className="text-ok-mark" />
            <span className="mono min-w-0 flex-1 text-12 [overflow-wrap:anywhere]">{file.path}</span>
            {file.isPolicy ? <Pill tone="accent">{words.policy}</Pill> : null}
          </li>
        ))}
      </ul>
      {files.length > shownFiles ? (
        <button
          type="button"
          aria-expanded={isOpen}
          className="min-h-[26px] text-12 text-text-3 underline hover:text-text"
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? words.showFewer : words.filesMore(files.length - shownFiles)}
        </button>
      ) : null}
    </>
  );
}
