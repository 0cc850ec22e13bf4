export const titleAs = (title: string) => `${title} as`;
export const chart = "Chart";
export const table = "Table";
export const theSameNumbersAreUnder = (title: string, series: string) =>
  `${title}, ${series}; the same numbers are under Table`;
