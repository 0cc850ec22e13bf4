export const inputs = "Inputs";
export const itemsAnswers = (items: string | number) => `${items} answers`;
