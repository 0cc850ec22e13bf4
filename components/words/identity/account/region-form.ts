export const datesAndNumbers = "Dates and numbers";
export const regionForDatesAndNumbers = "Region for dates and numbers";
export const now = (example: string) => `Now: ${example}`;
export const asTheBrowserSays = "As the browser says";
export const saveTheRegion = "Save the region";
