export const titleAs = (title: string | number) => `${title} as`;
export const chart = "Chart";
export const table = "Table";
export const theSameNumbersAreUnder = (title: string | number, series: string | number) =>
  `${title}, ${series}; the same numbers are under Table`;
