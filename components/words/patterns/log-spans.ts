export const moreCharactersAreNotShown = (rest: string | number) => ` … ${rest} more characters are not shown`;
