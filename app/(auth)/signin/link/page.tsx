import { LinkSignIn } from "#components/identity/link-sign-in.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { signInWithLink } from "../mutations.ts";

export const metadata = { title: "Sign in" };

export default function LinkPage() {
  return (
    <AuthFrame title="One-click sign-in" sub="The link from the terminal works once.">
      <LinkSignIn signIn={signInWithLink} />
    </AuthFrame>
  );
}
