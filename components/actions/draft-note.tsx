import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/actions/draft-note.tsx";

export type DraftNoteProps = { keptAt: string; onStartOver: () => void };

/** Says that answers are kept in this browser, since when, and lets somebody begin again. */
export function DraftNote({ keptAt, onStartOver }: DraftNoteProps) {
  return (
    <>
      <span className="text-12 whitespace-nowrap text-text-3 phone:hidden">
        {words.draftKeptInThisBrowser(<RelativeTime key={keptAt} at={keptAt} style="long" />)}
      </span>
      <Button size="sm" variant="ghost" onClick={onStartOver}>
        {words.startOver}
      </Button>
    </>
  );
}
