import { notFound } from "next/navigation";
import { ActionIcon } from "#components/actions/action-icon.tsx";
import { RunInputs } from "#components/actions/runs/run-inputs.tsx";
import { RunView } from "#components/actions/runs/run-view.tsx";
import * as words from "#components/words/pages/runs/number.ts";
import { getAction } from "#lib/actions/actions/get-action.ts";
import { getRun } from "#lib/actions/runs/get-run.ts";
import { listRunLog } from "#lib/actions/runs/list-run-log.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { cancelRun } from "../mutations.ts";

type Props = { params: Promise<{ org: string; number: string }> };

export async function generateMetadata({ params }: Props) {
  return { title: words.runNumber((await params).number) };
}

export default async function RunPage({ params }: Props) {
  const { org: slug, number: text } = await params;
  const ctx = await pageContext(slug);
  if (!/^[1-9]\d{0,8}$/.test(text)) notFound();
  const number = Number(text);
  const org = ctx.org.slug;
  const { run, log, action } = await orNotFound(
    readTransaction(ctx, async (tx) => {
      const [run, log] = await Promise.all([getRun.call(ctx, { number }, tx), listRunLog.call(ctx, { number }, tx)]);
      return { run, log, action: await getAction.call(ctx, { identifier: run.action.identifier }, tx) };
    }),
  );
  return (
    <RunView
      org={org}
      run={run}
      lines={log.lines}
      icon={<ActionIcon icon={action.icon} />}
      inputs={<RunInputs run={run} inputSchema={action.inputSchema} />}
      mayRun={ctx.can("run:start")}
      mayCancel={ctx.can("run:cancel")}
      cancel={cancelRun.bind(null, org, number)}
    />
  );
}
