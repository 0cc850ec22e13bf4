"use client";
import { type FormEvent, useEffect, useId, useRef } from "react";
import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import type { BlueprintPreviewProps } from "#components/catalog/blueprints/blueprint-preview.tsx";
import { leftOf } from "#components/catalog/blueprints/impact-decisions.ts";
import type { ImpactPanelProps } from "#components/catalog/blueprints/impact-panel.tsx";
import type { JsonPartProps } from "#components/catalog/blueprints/json-part.tsx";
import { type AboutKind, KindActions } from "#components/catalog/blueprints/kind-actions.tsx";
import { kindsHref } from "#components/catalog/blueprints/kind-href.ts";
import type { LostBlueprintProps } from "#components/catalog/blueprints/lost-blueprint.tsx";
import { type EditorWork, useBlueprintEditor } from "#components/catalog/blueprints/use-blueprint-editor.ts";
import { type KindChoice, VisualEditor } from "#components/catalog/blueprints/visual-editor.tsx";
import { Banner } from "#components/patterns/banner.tsx";
import { FootBar } from "#components/patterns/foot-bar.tsx";
import { UnsavedWarning } from "#components/patterns/unsaved-warning.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Check, TriangleAlert } from "#components/ui/icons.tsx";
import { Later, LaterPart } from "#components/ui/later.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/catalog/blueprints/blueprint-editor.tsx";
import { inSentence } from "#components/words/in-sentence.ts";

type Props = EditorWork & {
  org: string;
  start: BlueprintDraft;
  kinds: KindChoice[];
  /** What else can be done with a kind that is there. */
  about?: AboutKind;
};

const Json = new LaterPart<JsonPartProps>(
  async () => (await import("#components/catalog/blueprints/json-part.tsx")).JsonPart,
);
const ImpactView = new LaterPart<ImpactPanelProps>(
  async () => (await import("#components/catalog/blueprints/impact-panel.tsx")).ImpactPanel,
);
const Lost = new LaterPart<LostBlueprintProps>(
  async () => (await import("#components/catalog/blueprints/lost-blueprint.tsx")).LostBlueprint,
);
const Preview = new LaterPart<BlueprintPreviewProps>(
  async () => (await import("#components/catalog/blueprints/blueprint-preview.tsx")).BlueprintPreview,
);

/** Where a kind is designed: forms or JSON on the left, what comes of it on the right, and before saving what it means for what is there. */
export function BlueprintEditor({ org, start, kinds, about, ...work }: Props) {
  const editor = useBlueprintEditor(org, start, work);
  const { draft, impact, unreadable, mode } = editor;
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const isNew = work.create !== undefined;

  useEffect(() => {
    if (editor.problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [editor.problems]);

  function submit(event: FormEvent) {
    event.preventDefault();
    void editor.save();
  }

  const noun = {
    one: inSentence(draft.title || words.entity.one),
    many: inSentence(draft.pluralTitle || words.entity.many),
  };
  const left = impact?.misfits.reduce((sum, misfit) => sum + leftOf(misfit, impact.decisions), 0) ?? 0;
  return (
    <>
      <div className="grid w-full max-w-[1480px] grid-cols-[minmax(0,1fr)] items-start gap-6 p-6 wide:grid-cols-[minmax(0,1fr)_400px] wide:gap-8 phone:gap-5 phone:p-4">
        <form ref={form} id={formId} noValidate className="grid min-w-0 gap-6" onSubmit={submit}>
          <UnsavedWarning changed={editor.isChanged} />
          {editor.lost === null ? null : <Later part={Lost} props={{ ...editor.lost, draft, onTake: editor.take }} />}
          {editor.saved === null ? null : (
            <Banner tone="ok" icon={<Check />}>
              {words.saved(editor.saved.version, editor.saved.changedEntities, noun)}{" "}
              <TextLink href={`/${org}/catalog?blueprint=${encodeURIComponent(draft.identifier)}`} underline>
                {words.look(noun.many)}
              </TextLink>
            </Banner>
          )}
          {impact !== null ? (
            <Later
              part={ImpactView}
              props={{
                org,
                kind: { identifier: draft.identifier, noun },
                misfits: impact.misfits,
                decisions: impact.decisions,
                nameOf: (path) => nameOf(path, draft, editor.base),
                errorOf: editor.errorOf,
                onDecide: editor.decide,
              }}
            />
          ) : (
            <>
              <div className="flex flex-wrap items-center gap-2">
                <Segmented
                  label={words.ways}
                  value={mode}
                  onValueChange={(next) => editor.show(next as "visual" | "json")}
                  items={[
                    { value: "visual", label: words.visual },
                    { value: "json", label: words.json },
                  ]}
                />
                {about === undefined ? null : (
                  <KindActions org={org} about={about} draft={draft} onReplace={(next) => editor.replace(() => next)} />
                )}
              </div>
              {mode === "json" ? (
                <Later
                  part={Json}
                  waiting={<div className="min-h-[400px]" />}
                  onLost={() => editor.show("visual")}
                  props={{ text: editor.text, problems: editor.problems, onText: editor.type }}
                />
              ) : unreadable === null ? (
                <VisualEditor
                  key={editor.revision}
                  draft={draft}
                  stored={isNew ? null : editor.base}
                  kinds={kinds}
                  errorOf={editor.errorOf}
                  onChange={editor.change}
                />
              ) : (
                <Banner
                  tone="bad"
                  icon={<TriangleAlert />}
                  action={
                    <span className="flex gap-2">
                      <Button size="sm" variant="ghost" onClick={editor.dropTyped}>
                        {words.dropTyped}
                      </Button>
                      <Button size="sm" onClick={() => editor.show("json")}>
                        {words.backToJson}
                      </Button>
                    </span>
                  }
                >
                  {words.unreadable(unreadable[0]?.line ?? 1, unreadable[0]?.message ?? "")}
                </Banner>
              )}
            </>
          )}
        </form>
        <aside
          aria-label={words.preview}
          className={classNames("sticky top-6 min-w-0 phone:static", impact !== null && "phone:hidden")}
        >
          <Later part={Preview} props={{ org, draft }} />
        </aside>
      </div>
      <FootBar
        start={
          impact === null ? (
            <Button variant="ghost" href={kindsHref(org)}>
              {words.cancel}
            </Button>
          ) : (
            <Button variant="ghost" onClick={editor.backToEditing}>
              {words.backToEditing}
            </Button>
          )
        }
        note={footNote()}
        end={
          <Button type="submit" form={formId} variant="primary" busy={editor.isBusy}>
            {isNew ? words.create : impact === null ? words.save : words.saveAndConvert}
          </Button>
        }
      />
    </>
  );

  function footNote(): string {
    if (impact !== null) return left > 0 ? words.undecided(left) : words.allDecided;
    if (isNew) return words.newNote;
    return editor.isChanged ? words.changedNote : words.unchangedNote;
  }
}

/** What people call a path of the impact: the title of its property, as it is or as it was. */
function nameOf(path: string, ...drafts: BlueprintDraft[]): string {
  const [part, name] = path.split(".");
  if (name === undefined) return words.fields[path] ?? path;
  for (const { definition } of drafts) {
    const members = part === "relations" ? definition?.relations : definition?.properties;
    const found = members?.find(({ identifier }) => identifier === name);
    if (found !== undefined) return found.title;
  }
  return name;
}
