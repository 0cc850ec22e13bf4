"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { ActionReviewProps } from "#components/actions/action-review.tsx";
import type { DraftNoteProps } from "#components/actions/draft-note.tsx";
import { ActionPageForm } from "#components/actions/form/action-page-form.tsx";
import type { Answers, FormContext } from "#components/actions/form/form-context.ts";
import { useCheckedAnswers } from "#components/actions/form/use-checked-answers.ts";
import { useDraft } from "#components/actions/form/use-draft.ts";
import { Looking } from "#components/actions/looking.tsx";
import type { WillHappenProps } from "#components/actions/will-happen.tsx";
import { Banner } from "#components/patterns/banner.tsx";
import { FootBar } from "#components/patterns/foot-bar.tsx";
import { Page } from "#components/patterns/page.tsx";
import { Stepper } from "#components/patterns/stepper.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { ArrowLeft, ArrowRight, CircleX, Lock, Zap } from "#components/ui/icons.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/actions/action-form.tsx";
import { askedFields, readAnswers } from "#lib/actions/actions/asked-fields.ts";
import { pageSchema } from "#lib/actions/actions/page-schema.ts";
import type { Action, ActionPage, InputSchema } from "#lib/actions/actions/schema.ts";
import type { RunPreview } from "#lib/actions/runs/schema.ts";
import type { FieldProblem, MutationResult } from "#lib/kernel/errors.ts";

// What it would do is asked of the server once the questions stand; the panel comes with its answer.
const Preview = new LaterPart<WillHappenProps>(
  async () => (await import("#components/actions/will-happen.tsx")).WillHappen,
);
// The last page.
const Review = new LaterPart<ActionReviewProps>(
  async () => (await import("#components/actions/action-review.tsx")).ActionReview,
);
// Nobody has a draft when they come for the first time.
const Kept = new LaterPart<DraftNoteProps>(async () => (await import("#components/actions/draft-note.tsx")).DraftNote);

export type ActionFormProps = {
  org: string;
  action: Pick<Action, "identifier" | "title" | "category" | "inputSchema" | "uiSchema">;
  pages: ActionPage[];
  /** The head of the page. */
  header: ReactNode;
  /** Answers of an earlier run, to begin with. */
  initialAnswers: Answers | null;
  mayRun: boolean;
  /** Who may, when this person may not. */
  whoMay: string;
  start: (inputs: Answers) => Promise<MutationResult<{ number: number }>>;
};

/** The form of an action: its pages as a road, what will happen beside it, back and next at the foot. */
export function ActionForm(props: ActionFormProps) {
  const { org, action, pages, header, initialAnswers, mayRun, whoMay, start } = props;
  const router = useRouter();
  const inputSchema = action.inputSchema as InputSchema;
  const [answers, setAnswers] = useState<Answers>(() => initialAnswers ?? readAnswers(inputSchema, {}).value);
  const [labels, setLabels] = useState<Record<string, string>>({});
  const [place, setPlace] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<{ detail: string; fields: FieldProblem[]; answers: Answers } | null>(null);
  const [isStarting, setIsStarting] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const [focusRequest, setFocusRequest] = useState<{ field: string | null } | null>(null);

  const draft = useDraft(`causeway:draft:${org}:${action.identifier}`, (found) => {
    if (initialAnswers !== null) return;
    setAnswers(found.answers);
    setLabels(found.labels);
  });
  const known = useMemo(() => {
    const { properties } = askedFields(inputSchema, answers);
    return Object.fromEntries(Object.entries(answers).filter(([name]) => Object.hasOwn(properties, name)));
  }, [inputSchema, answers]);
  const { value, problems, settled } = useCheckedAnswers(inputSchema, known);
  const [preview, setPreview] = useState<RunPreview | undefined>();

  // What the server found out about an answer (the name is taken) stands under its field like any other problem.
  const found = (preview?.policies ?? []).flatMap((policy) =>
    policy.verdict === "failed" && policy.field !== null
      ? [{ path: policy.field, message: policy.detail ?? policy.title }]
      : [],
  );
  const refused = refusal !== null && refusal.answers === answers ? refusal.fields : [];
  const all = withFound(problems);
  function withFound(checked: FieldProblem[]): FieldProblem[] {
    return [...checked, ...found.filter(isNew(checked)), ...refused.filter(isNew([...checked, ...found]))];
  }
  const page = pages[place];
  const shown = all.filter((problem) => left.has(problem.path));
  const isReview = page === undefined;

  // Typing is what wants it, also where the network has gone meanwhile.
  useEffect(() => Kept.prepare(), []);

  useEffect(() => {
    if (focusRequest === null) return;
    const scope = content.current;
    const target =
      focusRequest.field === null
        ? scope
        : scope?.querySelector<HTMLElement>(
            `[data-field="${CSS.escape(focusRequest.field)}"] :is(input:not([type=hidden]),textarea,button,[role=radio])`,
          );
    target?.focus();
    if (focusRequest.field === null) window.scrollTo({ top: 0 });
  }, [focusRequest]);

  function change(next: Answers) {
    setAnswers(next);
    draft.keep({ answers: next, labels });
  }
  function startOver() {
    draft.discard();
    setAnswers(initialAnswers ?? readAnswers(inputSchema, {}).value);
    setLeft(new Set());
    goTo(0);
  }
  function goTo(index: number) {
    Review.prepare();
    setPlace(index);
    setFocusRequest({ field: null });
  }
  /** Shows all problems of a page and goes to the first. @returns whether there were none */
  function refuse(index: number, candidates: FieldProblem[]): boolean {
    const onPage = pages[index];
    if (onPage === undefined) return true;
    const first = onPage.fields.find((name) => candidates.some((problem) => problem.path === name));
    setLeft((before) => new Set([...before, ...onPage.fields]));
    if (first === undefined) return true;
    setPlace(index);
    setFocusRequest({ field: first });
    return false;
  }
  async function next() {
    // Who may not run it may still look at all of it.
    if (!mayRun || refuse(place, withFound(await settled()))) goTo(place + 1);
  }
  async function run() {
    setIsStarting(true);
    const problemsNow = withFound(await settled());
    for (const index of pages.keys()) if (!refuse(index, problemsNow)) return setIsStarting(false);
    const result = await start(value);
    if (result.ok) {
      draft.discard();
      router.push(`/${org}/runs/${result.data.number}`);
      return;
    }
    setIsStarting(false);
    const fields = (result.problem.fields ?? []).map((field) => ({
      ...field,
      path: field.path.replace(/^inputs\./, ""),
    }));
    setRefusal({ detail: result.problem.detail, fields, answers });
    for (const index of pages.keys()) if (!refuse(index, fields)) return;
  }

  const context: FormContext = {
    org,
    labels,
    remember: (reference, label) => setLabels((before) => ({ ...before, [reference]: label })),
    leave: (field) => setLeft((before) => new Set([...before, field])),
  };
  const names = [...pages.map((one) => one.title), words.review];
  const answered = page === undefined ? 1 : partAnswered(page.fields, value, all);
  return (
    <>
      <TopBar
        items={[
          { label: words.actions, href: `/${org}/actions` },
          { label: action.category, href: `/${org}/actions` },
          { label: action.title },
        ]}
      >
        {draft.keptAt !== null ? <Later part={Kept} props={{ keptAt: draft.keptAt, onStartOver: startOver }} /> : null}
      </TopBar>
      <Page>
        {header}
        {mayRun ? null : (
          <Banner tone="note" icon={<Lock aria-hidden />}>
            <b>{words.youCanLook}</b> {whoMay}
          </Banner>
        )}
        {refusal !== null && refusal.answers === answers ? (
          <Banner tone="bad" icon={<CircleX aria-hidden />}>
            {refusal.detail}
          </Banner>
        ) : null}
        <Stepper
          part={answered}
          steps={names.map((label, index) => ({
            label,
            state: index < place ? "done" : index === place ? "now" : "next",
          }))}
        />
        <div className="grid items-start gap-8 grid-cols-[minmax(0,1fr)] wide:grid-cols-[minmax(0,1fr)_372px]">
          <div ref={content} tabIndex={-1} className="min-w-0 !outline-none">
            <h2 className="sr-only">{names[place]}</h2>
            {isReview ? (
              <Later
                part={Review}
                props={{ inputSchema, pages, labels, answers: value, problems: all, onChange: goTo }}
                onLost={() => goTo(pages.length - 1)}
              />
            ) : (
              <ActionPageForm
                key={place}
                schema={pageSchema(inputSchema, page, { ...value, ...answers })}
                uiSchema={action.uiSchema}
                answers={{ ...value, ...answers }}
                onAnswers={change}
                problems={shown}
                context={context}
                isDisabled={!mayRun}
                onSubmit={next}
              />
            )}
          </div>
          <aside className="wide:sticky wide:top-4">
            <Later
              part={Preview}
              props={{ org, identifier: action.identifier, answers: value, onPreview: setPreview }}
              waiting={
                <Panel title={words.whatWillHappen}>
                  <Looking />
                </Panel>
              }
            />
          </aside>
        </div>
      </Page>
      <FootBar
        start={
          <Button variant="ghost" icon={<ArrowLeft />} disabled={place === 0} onClick={() => goTo(place - 1)}>
            {words.back}
          </Button>
        }
        note={isReview ? words.thisStartsTheRun : words.nothingHasEffectsUntilYou}
        end={
          isReview ? (
            <Button
              variant="primary"
              icon={<Zap />}
              disabled={!mayRun}
              busy={isStarting}
              busyLabel={words.starting}
              onClick={run}
            >
              {words.run}
            </Button>
          ) : (
            <Button variant="primary" iconAfter={<ArrowRight />} onClick={next}>
              {words.continueTo(names[place + 1])}
            </Button>
          )
        }
      />
    </>
  );
}

function isNew(known: FieldProblem[]): (problem: FieldProblem) => boolean {
  return (problem) => !known.some((other) => other.path === problem.path);
}

function partAnswered(fields: string[], value: Answers, problems: FieldProblem[]): number {
  const asked = fields.filter((name) => value[name] !== undefined || problems.some((problem) => problem.path === name));
  if (asked.length === 0) return 0.5;
  const good = asked.filter((name) => value[name] !== undefined && !problems.some((problem) => problem.path === name));
  return Math.max(0.05, good.length / asked.length);
}
