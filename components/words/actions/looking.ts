export const lookingAtWhatThisWouldDo = "Looking at what this would do…";
