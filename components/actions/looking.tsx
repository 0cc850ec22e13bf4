import * as words from "#components/words/actions/looking.ts";

/** Stands in "What will happen" until the server has answered. */
export function Looking() {
  return <p className="px-4 py-3.5 text-12 text-text-3">{words.lookingAtWhatThisWouldDo}</p>;
}
