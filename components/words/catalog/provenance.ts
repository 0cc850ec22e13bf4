/** What a source is, in a word. */
export const kinds: Record<string, string> = {
  git: "repository",
  files: "file",
  paste: "pasted",
  api: "API",
  action: "action",
  seed: "sample data",
  person: "by hand",
  program: "program",
};
export const yaml = "YAML";
