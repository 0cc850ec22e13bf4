export const edit = (field: string) => `Edit: ${field}`;
