export const today = "today";
export const noVersion = "no version";
export const dateNone = (date: string) => `${date}: none`;
