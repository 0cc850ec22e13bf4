export const address = "Address";
export const secret = "Secret";
export const copyTheSecret = "Copy the secret";
export const done = "Done";
