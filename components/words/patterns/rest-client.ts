export const noAnswer = "No answer";
export const noAnswerDetail = "The server did not answer as expected; try again in a moment.";
