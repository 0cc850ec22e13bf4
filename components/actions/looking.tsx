import { StartsAt } from "#components/actions/starts-at.tsx";
import * as words from "#components/words/actions/looking.ts";

/** Stands in "What will happen" until the server has answered; what is the same for every answer stands there already. */
export function Looking() {
  return (
    <>
      <p className="px-4 py-3.5 text-12 text-text-3">{words.lookingAtWhatThisWouldDo}</p>
      <StartsAt />
    </>
  );
}
