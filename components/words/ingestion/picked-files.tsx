import type { ReactNode } from "react";

export const otherIs = { one: "other is", many: "others are" };
export const leftOutAsWell = (leftOut: ReactNode) => <>{leftOut} left out as well.</>;
export const fileOfTheFolderIs = { one: "file of the folder is", many: "files of the folder are" };
export const noDescriptorOrText = (ignoredCount: ReactNode) => <>{ignoredCount} no descriptor or text and not sent.</>;
export const file = { one: "file", many: "files" };
export const removeAll = "Remove all";
export const chosenFiles = "Chosen files";
export const removePath = (path: string | number) => `Remove ${path}`;
export const showFewer = "Show fewer";
export const showMore = (files: string | number) => `Show ${files} more`;
