"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type BlueprintDraft, draftOf, draftText } from "#components/catalog/blueprints/blueprint-draft.ts";
import { rebaseDraft, takePart } from "#components/catalog/blueprints/blueprint-parts.ts";
import type { ReadText } from "#components/catalog/blueprints/check-draft.ts";
import { type Decisions, firstDecisions } from "#components/catalog/blueprints/impact-decisions.ts";
import { kindHref } from "#components/catalog/blueprints/kind-href.ts";
import { DerivedForm, RelationForm } from "#components/catalog/blueprints/later-forms.ts";
import { PropertyForm } from "#components/catalog/blueprints/property-form.ts";
import type { Update } from "#components/catalog/blueprints/update.ts";
import { RestError, restPost } from "#components/patterns/rest-client.ts";
import { useToast } from "#components/ui/toast.tsx";
import * as words from "#components/words/catalog/blueprints/use-blueprint-editor.ts";
import type { Misfit } from "#lib/catalog/blueprints/find-misfits.ts";
import type { Resolution } from "#lib/catalog/blueprints/resolve-misfits.ts";
import type { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";
import type { FieldProblem, MutationResult, Problem } from "#lib/kernel/errors.ts";

export type SaveInput = BlueprintDraft & { expectedVersion: number; resolutions: Resolution[] };
type Saved = { identifier: string; version: number };
export type EditorWork =
  | { create: (draft: BlueprintDraft) => Promise<MutationResult<Saved>>; edit?: never }
  | {
      create?: never;
      edit: {
        version: number;
        save: (input: SaveInput) => Promise<MutationResult<Saved & { changedEntities: number }>>;
      };
    };

export type Impact = { misfits: Misfit[]; decisions: Decisions };
type Lost = { by: string; theirs: BlueprintDraft };

/** Everything that is known while a kind is designed: one draft, shown as forms and as JSON, and what became of saving it. */
export function useBlueprintEditor(org: string, start: BlueprintDraft, work: EditorWork) {
  const router = useRouter();
  const toast = useToast();
  /** What the changes here are made to. */
  const [base, setBase] = useState(start);
  const [version, setVersion] = useState(work.edit?.version ?? 0);
  const [draft, setDraft] = useState(start);
  /** JSON as it was typed; null while nobody typed any, or since a form changed something. */
  const [typed, setTyped] = useState<string | null>(null);
  /** Where the JSON cannot be shown as forms. */
  const [unreadable, setUnreadable] = useState<ReadText["problems"] | null>(null);
  const [mode, setMode] = useState<"visual" | "json">("visual");
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [impact, setImpact] = useState<Impact | null>(null);
  const [lost, setLost] = useState<Lost | null>(null);
  const [saved, setSaved] = useState<{ version: number; changedEntities: number } | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  /** Changes when the draft was replaced by something else than typing, so that fields begin anew. */
  const [revision, setRevision] = useState(0);

  const errorOf = (path: string) =>
    problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))?.message;

  function change(update: Update<BlueprintDraft>) {
    setDraft(update);
    setTyped(null);
    setUnreadable(null);
    setSaved(null);
  }

  function replace(update: Update<BlueprintDraft>) {
    change(update);
    setRevision((earlier) => earlier + 1);
  }

  function type(text: string, read: ReadText) {
    setTyped(text);
    setProblems([]);
    setSaved(null);
    // What cannot be changed here stays, whatever is typed.
    if (read.draft !== null)
      setDraft(work.edit === undefined ? read.draft : { ...read.draft, identifier: base.identifier });
    setUnreadable(read.draft === null ? read.problems : null);
    setRevision((earlier) => earlier + 1);
  }

  function refuse(problem: Problem) {
    const details = problem.details as { by: string; theirs: BlueprintDetail } | undefined;
    if (problem.status === 409 && details?.theirs !== undefined) {
      const theirs = draftOf(details.theirs);
      replace((now) => rebaseDraft(base, now, theirs));
      setBase(theirs);
      setVersion(details.theirs.version);
      setLost({ by: details.by, theirs });
      setImpact(null);
      setProblems([]);
      return;
    }
    const named = problem.fields ?? [];
    void tell(named);
    if (named.length === 0) toast({ title: problem.detail, tone: "bad" });
  }

  /** Shows what is wrong at its fields, once the forms that have them are there to be gone into. */
  async function tell(wrong: FieldProblem[]) {
    await Promise.allSettled([PropertyForm.fetch(), RelationForm.fetch(), DerivedForm.fetch()]);
    setProblems(wrong);
  }

  async function save() {
    if (unreadable !== null) return setMode("json");
    setIsBusy(true);
    try {
      if (impact !== null) return await store(Object.values(impact.decisions));
      const { checkDraft } = await import("#components/catalog/blueprints/check-draft.ts");
      const wrong = checkDraft(draft);
      if (wrong.length > 0) return await tell(wrong);
      setProblems([]);
      if (work.create !== undefined) return await create(work.create);
      const { misfits } = await restPost<{ misfits: Misfit[] }>(
        org,
        `/blueprints/${encodeURIComponent(draft.identifier)}/preview`,
        { definition: draft.definition ?? {} },
      );
      if (misfits.length === 0) return await store([]);
      setImpact({ misfits, decisions: firstDecisions(misfits) });
    } catch (error) {
      if (error instanceof RestError) refuse(error.problem);
      else toast({ title: words.noAnswer, tone: "bad" });
    } finally {
      setIsBusy(false);
    }
  }

  async function create(send: NonNullable<EditorWork["create"]>) {
    const result = await send(draft);
    if (!result.ok) return refuse(result.problem);
    toast({ title: words.created(draft.title), tone: "ok" });
    setBase(draft);
    router.push(kindHref(org, draft.identifier));
    router.refresh();
  }

  async function store(resolutions: Resolution[]) {
    if (work.edit === undefined) return;
    const result = await work.edit.save({ ...draft, expectedVersion: version, resolutions });
    if (!result.ok) return refuse(result.problem);
    setBase(draft);
    setVersion(result.data.version);
    setImpact(null);
    setLost(null);
    setProblems([]);
    setSaved(result.data);
    router.refresh();
  }

  return {
    draft,
    base,
    text: typed ?? draftText(draft),
    isChanged: typed !== null && unreadable !== null ? true : draftText(draft) !== draftText(base),
    mode,
    problems,
    unreadable,
    impact,
    lost,
    saved,
    isBusy,
    revision,
    errorOf,
    change,
    replace,
    type,
    save,
    show: setMode,
    take: (key: string) => (lost === null ? undefined : replace((now) => takePart(now, lost.theirs, key))),
    /** Goes on with the forms as they last were, without the JSON that cannot be read. */
    dropTyped: () => change((now) => now),
    decide: (decision: Resolution) =>
      setImpact((now) =>
        now === null ? null : { ...now, decisions: { ...now.decisions, [decision.path]: decision } },
      ),
    backToEditing: () => {
      setImpact(null);
      setProblems([]);
    },
  };
}
