import type { ReactNode } from "react";
import { inSentence } from "#components/words/in-sentence.ts";

export const whoSays = (field: string) => `Who says ${inSentence(field)}`;
export const sourceOf = (field: string, source: string) => `${field}: from ${source}. Who says so?`;
export const byHandOver = (field: string) => `${field}: set by hand over a source. Who says so?`;
export const byHand = "by hand";
export const people = "People, by hand";
export const looking = "Looking it up…";
export const nobody = "Nobody says anything about it any more.";
export const hasTheSay = "Has the say";
export const alsoSays = "Would say";
export const since = (when: ReactNode, who: string | null) => (
  <>
    since {when}
    {who === null ? "" : `, by ${who}`}
  </>
);
export const nothing = "nothing";
export const drop = "Drop the override";
export const dropAdded = "Take it away";
export const goesBackTo = (value: ReactNode) => <>It goes back to {value}.</>;
export const goesAway = "No other source says anything about it: it would be empty.";
export const dropped = (field: string) => `The override of ${inSentence(field)} was dropped`;
export const overriddenAgain = (field: string) => `${field} is overridden again`;
export const everyField = "Who says what";
export const everyFieldOf = (title: string) => `Who says what about ${title}`;
export const everyFieldDescription =
  "Each field with the source that has the say, and what others would say. What people and programs set beside a source can be dropped here.";
export const close = "Close";
export const title = "Title";
export const description = "Description";
export const owner = "Owner";
export const lifecycle = "Lifecycle";
export const type = "Type";
export const tags = "Tags";
export const links = "Links";
