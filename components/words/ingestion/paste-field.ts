export const descriptors = "Descriptors";
export const descriptorsHint = "One or more catalog-info.yaml documents, separated by ---. At most 5 MB.";
export const useTheExample = "Use the example";
