export const theBrowserCouldNotRead = "The browser could not read what was dropped; choose it instead.";
export const files = "Files";
export const filesHint =
  "At most 5 MB per file and 16 MB together. From a folder, YAML and the texts it may refer to are taken; .git and node_modules are left alone.";
export const dropFilesOrAFolder = "Drop files or a folder";
export const dropFilesOrAFolderHere = "Drop files or a folder here, or";
export const chooseFiles = "Choose files";
export const chooseAFolder = "Choose a folder";
export const filesToImport = "Files to import";
export const folderToImport = "Folder to import";
