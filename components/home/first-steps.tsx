import { PutFirstStepsAway } from "#components/home/put-first-steps-away.tsx";
import { SendEvents } from "#components/metrics/send-events.tsx";
import { Section } from "#components/patterns/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Check } from "#components/ui/icons.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Paving } from "#components/ui/paving.tsx";
import * as words from "#components/words/home/first-steps.tsx";
import type { FirstStep, FirstSteps as Steps } from "#lib/identity/first-steps/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { Permission } from "#lib/kernel/permissions.ts";

type Step = {
  step: FirstStep;
  title: string;
  /** What one has of it. */
  gain: string;
  /** What is there once it is done. */
  done: (count: number) => string;
  needs: Permission;
  label: string;
  path: string;
  after?: FirstStep;
};

const many = (count: number, one: string, more: string) =>
  count === 1 ? `1 ${one}` : `${count >= 100 ? "100 or more" : count} ${more}`;

const steps: Step[] = [
  {
    step: "import",
    title: words.bringYourFirstSourceIn,
    gain: words.everyServiceApiAndTeam,
    done: (count) => words.inTheCatalog(many(count, "source", "sources")),
    needs: "catalog:import",
    label: words.importLabel,
    path: "/sources/import",
  },
  {
    step: "scorecard",
    title: words.seeHowItScores,
    gain: words.whatEachComponentMissesHow,
    done: (count) => words.givenAgainWithEveryChange(many(count, "level", "levels")),
    needs: "scorecard:read",
    label: words.openTheScorecards,
    path: "/scorecards",
    after: "import",
  },
  {
    step: "invite",
    title: words.inviteAPerson,
    gain: words.aCatalogIsRightWhen,
    done: (count) => words.besideYouOrInvited(many(count, "person", "people")),
    needs: "member:write",
    label: words.invite,
    path: "/settings/members",
  },
  {
    step: "run",
    title: words.runAnAction,
    gain: words.aNewService,
    done: (count) => many(count, "run", "runs"),
    needs: "run:start",
    label: words.chooseAnAction,
    path: "/actions",
  },
  {
    step: "key",
    title: words.createAnApiKey,
    gain: words.yourPipelinesImportAndReport,
    done: () => words.aKeyIsThereForPrograms,
    needs: "key:write",
    label: words.createAKey,
    path: "/settings/keys?create=1",
  },
  {
    step: "deployment",
    title: words.sendADeploymentEvent,
    gain: words.leadTimeAndFailures,
    done: (count) => many(count, "deployment", "deployments"),
    needs: "deployment:write",
    label: words.sendDeployments,
    path: "/dashboards/delivery",
    after: "key",
  },
];

/** Each is a step that somebody may just have taken, in another window or on another continent. */
export const firstStepTopics = [
  "catalog.imported",
  "run.updated",
  "deployment.recorded",
  "member.added",
  "member.removed",
  "invitation.changed",
  "key.created",
  "first-steps.hidden",
  "notification.changed",
];

type Props = {
  org: string;
  counts: Steps["counts"];
  /** Only what is still to be done, for beside a home page that has things on it. */
  isShort?: boolean | undefined;
  may: (permission: Permission) => boolean;
  putAway: (isHidden: boolean) => Promise<MutationResult>;
};

/** How many of the steps are still to be done. */
export function openSteps(counts: Steps["counts"]): number {
  return steps.filter(({ step }) => counts[step] === 0).length;
}

/** What a new organization does first. A step is done when its rows are there, whoever made them and wherever. */
export function FirstSteps({ org, counts, isShort = false, may, putAway }: Props) {
  const open = steps.filter(({ step }) => counts[step] === 0);
  const next = open.find((step) => may(step.needs) && isReady(step, counts));
  const doneCount = steps.length - open.length;
  return (
    <Section
      title={words.firstSteps}
      count={`${doneCount} of ${steps.length}`}
      more={
        <>
          <Paving
            size="sm"
            label={words.ofFirstStepsAreDone(doneCount, steps.length)}
            blocks={steps.map(({ step, title }) => ({ state: counts[step] > 0 ? "pass" : "open", title }))}
          />
          <PutFirstStepsAway putAway={putAway} />
        </>
      }
    >
      <List framed label={words.firstSteps}>
        {steps.map((step, place) => {
          const isDone = counts[step.step] > 0;
          if (isShort && isDone) return null;
          return isShort ? (
            <ListItem
              key={step.step}
              tight
              leading={<StepMark isDone={false} number={place + 1} />}
              title={step.title}
              {...(may(step.needs) && isReady(step, counts) ? { href: `/${org}${step.path}` } : {})}
            />
          ) : (
            <ListItem
              key={step.step}
              current={step === next}
              leading={<StepMark isDone={isDone} number={place + 1} />}
              title={
                <b>
                  {step.title}
                  <span className="sr-only">{isDone ? words.done : words.toBeDone}</span>
                </b>
              }
              description={isDone ? step.done(counts[step.step]) : step.gain}
              actions={
                isDone ? undefined : <Way org={org} step={step} counts={counts} may={may} isNext={step === next} />
              }
            />
          );
        })}
      </List>
    </Section>
  );
}

function Way(props: { org: string; step: Step; counts: Steps["counts"]; may: Props["may"]; isNext: boolean }) {
  const { org, step, counts, may, isNext } = props;
  if (!may(step.needs)) return <span className="text-12 text-text-3">{words.anAdminCanDoThis}</span>;
  if (!isReady(step, counts)) {
    const before = steps.find((other) => other.step === step.after);
    return <span className="text-12 text-text-3">{words.afterBefore(before?.title)}</span>;
  }
  if (step.step === "deployment") return <SendEvents org={org} needs="deployments" />;
  return (
    <Button size="sm" variant={isNext ? "primary" : "default"} href={`/${org}${step.path}`}>
      {step.label}
    </Button>
  );
}

function isReady(step: Step, counts: Steps["counts"]): boolean {
  return step.after === undefined || counts[step.after] > 0;
}

function StepMark({ isDone, number }: { isDone: boolean; number: number }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "numeric grid size-6 flex-none place-items-center rounded-2 text-12 font-550 [&_.lucide]:size-3.5",
        isDone ? "bg-ok-tint text-ok-text" : "border border-dashed border-line-control text-text-2",
      )}
    >
      {isDone ? <Check /> : number}
    </span>
  );
}
