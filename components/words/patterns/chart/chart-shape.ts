export const noData = "no data";
export const valueMin = (value: string) => `${value} min`;
