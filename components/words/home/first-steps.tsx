import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const bringYourFirstSourceIn = "Bring your first source in";
export const everyServiceApiAndTeam = "Every service, API and team in one place, each with its owner.";
export const inTheCatalog = (many: string) => `${many} in the catalog`;
export const importLabel = "Import";
export const seeHowItScores = "See how it scores";
export const whatEachComponentMissesHow = "What each component misses, how to mend it, and who is next.";
export const givenAgainWithEveryChange = (many: string) => `${many} given, again with every change`;
export const openTheScorecards = "Open the scorecards";
export const inviteAPerson = "Invite a person";
export const aCatalogIsRightWhen = "A catalog is right when those who know read it.";
export const besideYouOrInvited = (many: string) => `${many} beside you, or invited`;
export const invite = "Invite";
export const runAnAction = "Run an action";
export const aNewService = "A new service with its repository and its entry in the catalog, in a minute.";
export const chooseAnAction = "Choose an action";
export const createAnApiKey = "Create an API key";
export const yourPipelinesImportAndReport = "Your pipelines import and report by themselves.";
export const aKeyIsThereForPrograms = "A key is there for programs";
export const createAKey = "Create a key";
export const sendADeploymentEvent = "Send a deployment event";
export const leadTimeAndFailures =
  "Lead time and failures from what really happened, with the rows behind each number.";
export const sendDeployments = "Send deployments";
export const firstSteps = "First steps";
export const ofFirstStepsAreDone = (doneCount: number, steps: number) =>
  `${numberText(doneCount)} of ${numberText(steps)} first steps are done`;
export const done = ", done";
export const toBeDone = ", to be done";
export const anAdminCanDoThis = "an admin can do this";
export const afterBefore = (before: ReactNode) => <>after “{before}”</>;
