import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const made = "Made";
export const runNumber = (runNumber: number) => <>run #{runNumber}</>;
export const madeBy = (link: ReactNode) => <>Made by {link}</>;
export const filesOn = (files: number, defaultBranch: string) => `, ${numberText(files)} files on ${defaultBranch}`;
export const nothingPushedYet = ", nothing pushed yet";
export const about = "About";
export const catalog = "Catalog";
export const notRegistered = "not registered";
export const branch = "Branch";
export const commit = "Commit";
export const none = "none";
export const commits = "Commits";
export const cloneIt = "Clone it";
export const copyCommand = "Copy command";
export const theRepositoryIsBare = (defaultBranch: ReactNode) => (
  <>
    The repository is bare and kept in Causeway's data directory, so this command works on the machine that Causeway
    runs on. Push to {defaultBranch} and the files here follow.
  </>
);
export const files = "Files";
export const nothingWasPushedYet = "Nothing was pushed yet";
export const theFilesAppear = "The files appear with the first commit.";
