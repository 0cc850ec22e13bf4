export const operation = { one: "operation", many: "operations" };
