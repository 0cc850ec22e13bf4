import type { ReactNode } from "react";

export const ifIsTheAddress = (asked: ReactNode) => (
  <>If {asked} is the address of an account, a letter is on its way to it. Its link works once, for an hour.</>
);
export const backToSignIn = "Back to sign-in";
export const eMail = "E-mail";
export const sendMeALink = "Send me a link";
