/** What was found where a file should be: its text, or why there is none (a sentence without subject, as in "is not UTF-8 text"). */
export type FileText = { text: string } | { problem: string };

/** Files to import from, whatever they are kept in. Paths are relative, with forward slashes, without `.` and `..`. */
export type FileTree = {
  /** Every regular file, sorted. */
  list(): Promise<string[]>;
  /** The text of a file. Never rejects because of what the file holds. */
  read(path: string): Promise<FileText>;
  /** Address of the git repository that the tree is a copy of, for targets written as addresses. */
  repositoryUrl: string | null;
};

/** The largest file that is read. */
export const maxFileBytes = 5_000_000;
