import { ActionIcon } from "#components/actions/action-icon.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { Link } from "#components/ui/link.tsx";
import * as words from "#components/words/actions/action-card.tsx";
import { countText } from "#components/words/format.ts";
import type { ActionSummary } from "#lib/actions/actions/schema.ts";

export type ActionCardProps = { org: string; action: ActionSummary; mayRun: boolean };

/** An action to choose: what it does, how often it was done. The whole card opens its form. */
export function ActionCard({ org, action, mayRun }: ActionCardProps) {
  return (
    <article className="relative grid grid-cols-[44px_minmax(0,1fr)] content-start gap-x-4 gap-y-1 rounded-3 border border-line-2 bg-panel p-4 shadow-1 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <Glyph size="xl" tone="accent" icon={<ActionIcon icon={action.icon} />} className="row-span-3" />
      <h3 className="text-16 font-600">
        <Link href={`/${org}/actions/${action.identifier}`} className="!outline-none after:absolute after:inset-0">
          {action.title}
        </Link>
      </h3>
      <p className="text-text-2">{action.description}</p>
      <p className="numeric mt-1 text-12 text-text-3">
        {action.lastRunAt === null
          ? words.neverRunYet
          : words.theLast(countText(action.runCount, words.run), <RelativeTime at={action.lastRunAt} style="long" />)}
        {mayRun ? null : words.membersAndAdminsMayRun}
      </p>
    </article>
  );
}
