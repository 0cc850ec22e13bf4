export const loading = "Loading";
