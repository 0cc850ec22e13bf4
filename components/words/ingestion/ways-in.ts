export const fromGit = "From git";
export const aRepositoryWithDescriptors =
  "A repository with descriptors, or with one that points at others. Comes back with its revision.";
export const connectARepository = "Connect a repository";
export const fromYourDisk = "From your disk";
export const filesOrAWholeFolder = "Files or a whole folder, together with the documents that they refer to.";
export const chooseFiles = "Choose files";
export const asText = "As text";
export const oneServiceWithAnOwner = "One service with an owner, to see how it scores and what can be done with it.";
export const pasteADescriptor = "Paste a descriptor";
