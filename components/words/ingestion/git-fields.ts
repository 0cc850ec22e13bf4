export const addressOfTheRepository = "Address of the repository";
export const addressHint =
  "An https address that can be read without a password. Addresses in a private network only where an operator has allowed them.";
export const branchOrTag = "Branch or tag";
export const branchOrTagHint = "Empty: the one the repository prefers.";
export const main = "main";
export const fileOrFolder = "File or folder";
export const fileOrFolderHint = "Empty: catalog-info.yaml, else every YAML file.";
export const catalogAllYaml = "catalog/all.yaml";
export const readEveryYamlFile = "Read every YAML file";
export const readEveryYamlHint = "Also those that no catalog-info.yaml points at.";
