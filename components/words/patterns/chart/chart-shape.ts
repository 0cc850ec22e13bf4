export const noData = "no data";
export const valueMin = (value: string | number) => `${value} min`;
