export const whoIs = (names: string) => `Who is ${names}?`;
export const itSaysWhoSomebody = "It says who somebody is, and changes nothing of what they may do.";
export const member = "Member";
export const nameOrEMail = "Name or e-mail";
export const itIsThisPerson = "It is this person";
