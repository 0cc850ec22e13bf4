export const yourName = "Your name";
export const password = "Password";
export const atLeast12Characters = "At least 12 characters";
export const createAnAccountAndJoin = "Create an account and join";
