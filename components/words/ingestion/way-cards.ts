export const gitAddress = "Git address";
export const gitAddressHint = "A repository, with its revision. The best way to come back.";
export const paste = "Paste";
export const pasteHint = "One or a few descriptors as text.";
export const filesOrAFolder = "Files or a folder";
export const filesHint = "From your disk, also those they refer to.";
export const whereFrom = "Where from";
