export const theFirstSteps = "The first steps are on your home page again";
export const putAwayYourAccountUnder = "Put away; your account under Settings brings them back";
export const showTheFirstSteps = "Show the first steps";
export const putAway = "Put away";
export const putAwayAgain = "Put away again";
export const theFirstStepsAreBack = "The first steps are back";
