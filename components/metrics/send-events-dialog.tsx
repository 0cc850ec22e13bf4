"use client";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { buttons } from "#components/words/metrics/send-events.ts";
import * as words from "#components/words/metrics/send-events-dialog.tsx";
import type { MetricResult } from "#lib/metrics/delivery/schema.ts";

export type Need = NonNullable<NonNullable<MetricResult["notMeasurable"]>["needs"]>;

const deployment = {
  source: "github",
  sourceId: "run-4711",
  service: "payments-api",
  status: "succeeded",
  version: "2026.3.24-1",
  finishedAt: "2026-03-24T10:00:00Z",
};

const examples: Record<Need, { title: string; text: string; path: string; body: object }> = {
  deployments: {
    title: buttons.deployments,
    text: words.atTheEnd,
    path: "/deployments",
    body: deployment,
  },
  changes: {
    title: words.sendTheChangesOfADeployment,
    text: words.nameTheChanges,
    path: "/deployments",
    body: {
      ...deployment,
      changes: [
        {
          sourceId: "acme/payments-api#128",
          title: words.retryOnTimeout,
          author: "ada",
          firstCommitAt: "2026-03-23T09:00:00Z",
          openedAt: "2026-03-23T11:00:00Z",
          mergedAt: "2026-03-24T09:20:00Z",
        },
      ],
    },
  },
  incidents: {
    title: buttons.incidents,
    text: words.sendIncidentsWithTheDeployment,
    path: "/incidents",
    body: {
      source: "pager",
      sourceId: "INC-7",
      title: words.checkoutAnswersSlowly,
      service: "checkout",
      severity: "major",
      startedAt: "2026-03-24T10:10:00Z",
      causedBy: { source: "github", sourceId: "run-4711" },
    },
  },
  plannedness: {
    title: buttons.plannedness,
    text: words.sendIsplannedFalse,
    path: "/deployments",
    body: {
      ...deployment,
      sourceId: "run-4712",
      version: "2026.3.24-2",
      finishedAt: "2026-03-24T10:45:00Z",
      isPlanned: false,
      fixes: { source: "github", sourceId: "run-4711" },
    },
  },
};

export type SendEventsDialogProps = { org: string; needs: Need; open: boolean; onOpenChange: (open: boolean) => void };

/** Which events would give a number that cannot be known yet, ready to paste. */
export function SendEventsDialog({ org, needs, open, onOpenChange }: SendEventsDialogProps) {
  const example = examples[needs];
  const command = [
    `curl -X POST "$CAUSEWAY/api/v1${example.path}" \\`,
    `  -H "Authorization: Bearer $CAUSEWAY_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(example.body, null, 2)}'`,
  ].join("\n");
  return (
    <Dialog
      size="lg"
      open={open}
      onOpenChange={onOpenChange}
      title={example.title}
      description={example.text}
      footer={
        <CopyButton text={command} label={words.copyTheCommand}>
          {words.copy}
        </CopyButton>
      }
    >
      <CodeBlock label={example.title} text={command} />
      <p className="mt-3 text-12 text-text-3">
        {words.keysAreMadeUnderEvery(
          <TextLink underline href={`/${org}/settings`}>
            {words.settings}
          </TextLink>,
          <TextLink underline href={`/${org}/api-reference`}>
            {words.apiReference}
          </TextLink>,
        )}
      </p>
    </Dialog>
  );
}
