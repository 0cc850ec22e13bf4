export const standsUnder = "Stands under";
export const nothingAtTheTop = "Nothing: at the top";
