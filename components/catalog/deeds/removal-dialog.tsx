"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { DeedSubject, EntityDeeds } from "#components/catalog/deeds/entity-deeds.ts";
import { entityHref } from "#components/catalog/entity-href.ts";
import { Banner } from "#components/patterns/banner.tsx";
import { restGet } from "#components/patterns/rest-client.ts";
import { useReport } from "#components/patterns/use-report.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/catalog/deeds/removal-dialog.tsx";

type Impact = {
  version: number;
  owned: number;
  versions: number;
  pointing: {
    type: string;
    label: string;
    count: number;
    examples: { blueprint: string; identifier: string; title: string }[];
  }[];
  comesBackWith: { id: string; name: string }[];
};

export type RemovalDialogProps = {
  what: "archive" | "delete";
  subject: DeedSubject;
  deeds: EntityDeeds;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Shows who depends on an entity before it goes; archiving offers a way back, deleting has none. */
export function RemovalDialog({ what, subject, deeds, open, onOpenChange }: RemovalDialogProps) {
  const { org, blueprint, identifier, title } = subject;
  const router = useRouter();
  const { report, isBusy } = useReport();
  const toast = useToast();
  const [isErasing, setIsErasing] = useState(false);
  const [impact, setImpact] = useState<Impact | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const isDelete = what === "delete";
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    setImpact(null);
    setProblem(null);
    restGet<Impact>(org, "/entity-removal", { blueprint, identifier }, stop.signal).then(setImpact, (error: Error) => {
      if (!stop.signal.aborted) setProblem(error.message);
    });
    return () => stop.abort();
  }, [open, org, blueprint, identifier]);
  const go = async () => {
    const isDone = await report(deeds.archive(reason), words.archived(title), {
      undo: deeds.restore,
      undone: words.back(title),
    });
    if (isDone) onOpenChange(false);
  };
  // There is nothing to read again here: the page goes with what it showed.
  const erase = async () => {
    setIsErasing(true);
    const result = await deeds.remove(impact?.version ?? subject.version);
    setIsErasing(false);
    if (!result.ok) return setProblem(result.problem.detail);
    toast({ title: words.deleted(title), tone: "ok" });
    router.replace(`/${org}/catalog?blueprint=${blueprint}`);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={isDelete ? words.deleteTitle(title) : words.archiveTitle(title)}
      description={isDelete ? words.deleteDescription(impact?.versions ?? subject.version) : words.archiveDescription}
      footer={
        <>
          <Button variant="ghost" onClick={() => onOpenChange(false)}>
            {words.cancel}
          </Button>
          <Button
            variant={isDelete ? "danger" : "primary"}
            busy={isBusy || isErasing}
            disabled={isDelete && impact === null}
            onClick={isDelete ? erase : go}
          >
            {isDelete ? words.remove : words.archive}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {problem === null ? null : (
          <p role="alert" className="text-bad-text">
            {problem}
          </p>
        )}
        {impact === null ? (
          problem === null ? (
            <p role="status" className="text-text-2">
              {words.looking}
            </p>
          ) : null
        ) : (
          <WhatDangles org={org} impact={impact} isDelete={isDelete} />
        )}
        {isDelete ? null : (
          <Field label={words.reason} hint={words.reasonHint}>
            <Input
              value={reason}
              maxLength={500}
              autoComplete="off"
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        )}
      </div>
    </Dialog>
  );
}

function WhatDangles({ org, impact, isDelete }: { org: string; impact: Impact; isDelete: boolean }) {
  const { pointing, owned, comesBackWith } = impact;
  return (
    <div role="status" className="grid gap-3">
      {pointing.length === 0 && owned === 0 ? <p className="text-text-2">{words.nobodyPoints}</p> : null}
      {pointing.length === 0 ? null : (
        <div className="grid gap-2">
          <p>{words.pointing}</p>
          <ul className="grid max-h-56 gap-1.5 overflow-y-auto rounded-2 border border-line bg-sunken px-3 py-2">
            {pointing.map(({ type, label, count, examples }) => (
              <li key={type}>
                <span className="text-text-3">{label}</span>{" "}
                {examples.map((entity, index) => (
                  <span key={`${entity.blueprint}:${entity.identifier}`}>
                    {index === 0 ? "" : ", "}
                    <TextLink href={entityHref(org, entity)}>{entity.title}</TextLink>
                  </span>
                ))}
                {count > examples.length ? (
                  <span className="text-text-3"> {words.more(count - examples.length)}</span>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      )}
      {owned === 0 ? null : <p>{words.owned(owned)}</p>}
      {isDelete && comesBackWith.length > 0 ? (
        <Banner tone="warn">{words.comesBack(comesBackWith.map(({ name }) => name).join(", "))}</Banner>
      ) : null}
    </div>
  );
}
