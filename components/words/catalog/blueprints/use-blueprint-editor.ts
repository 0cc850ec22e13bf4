export const noAnswer = "The server did not answer. Nothing was saved, and nothing you wrote is lost; try again.";
export const created = (title: string) => `${title} is a kind now`;
