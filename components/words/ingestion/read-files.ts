export const isLeftOut = (path: string, file: string) =>
  `${path} is left out: with its ${file} the upload would exceed 16 MB.`;
export const isLeftOutAtMost = (path: string) => `${path} is left out: at most 5,000 files are imported at once.`;
export const isLeftOutItHas = (path: string, file: string) =>
  `${path} is left out: it has ${file}, more than the 5 MB that a file may have.`;
export const isLeftOutItHasNul = (path: string) =>
  `${path} is left out: it has NUL characters in it, so it is not a text.`;
export const isLeftOutItIsNotUtf = (path: string) => `${path} is left out: it is not UTF-8 text.`;
export const isLeftOutTheBrowser = (path: string) => `${path} is left out: the browser could not read it.`;
