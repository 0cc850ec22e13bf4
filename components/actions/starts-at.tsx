import { PreviewPart } from "#components/actions/preview-part.tsx";
import * as words from "#components/words/actions/starts-at.ts";

/** Where what the action makes begins. */
export function StartsAt() {
  return (
    <PreviewPart title={words.itStartsAt}>
      <p className="mb-1 text-12 text-text-3">{words.scorecardsLook}</p>
      <p className="text-12 text-text-3">{words.thereFromTheFirstCommit}</p>
    </PreviewPart>
  );
}
