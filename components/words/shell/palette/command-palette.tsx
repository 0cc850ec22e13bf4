import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const theLinkToThisPage = "The link to this page is copied";
export const theBrowserDoesNotLet = "The browser does not let this page copy";
export const inMs = (count: number, durationMs: number) => `${numberText(count)} in ${numberText(durationMs)} ms`;
export const searchOrRun = "Search or run";
export const searchPagesEntitiesAndActions = "Search pages, entities and actions";
export const searchOrRunPlaceholder = "Search or run…";
export const esc = "esc";
export const theSearchDidNotAnswer = "The search did not answer. Pages below still work; type again to retry.";
export const searching = "Searching…";
export const nothingIsCalled = (text: string) => `Nothing is called “${text}”.`;
export const textMove = (text: ReactNode) => <>{text} move</>;
export const textOpen = (text: ReactNode) => <>{text} open</>;
export const escClose = (esc: ReactNode) => <>{esc} close</>;
