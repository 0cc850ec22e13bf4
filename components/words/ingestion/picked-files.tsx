import type { ReactNode } from "react";
import { numberText } from "#components/words/format.ts";

export const otherIs = { one: "other is", many: "others are" };
export const leftOutAsWell = (leftOut: ReactNode) => <>{leftOut} left out as well.</>;
export const fileOfTheFolderIs = { one: "file of the folder is", many: "files of the folder are" };
export const noDescriptorOrText = (ignoredCount: ReactNode) => <>{ignoredCount} no descriptor or text and not sent.</>;
export const file = { one: "file", many: "files" };
export const removeAll = "Remove all";
export const chosenFiles = "Chosen files";
export const removePath = (path: string) => `Remove ${path}`;
export const showFewer = "Show fewer";
export const showMore = (files: number) => `Show ${numberText(files)} more`;
