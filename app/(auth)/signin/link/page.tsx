import { LinkSignIn } from "#components/identity/link-sign-in.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import * as words from "#components/words/pages/signin/link.ts";
import { signInWithLink } from "../mutations.ts";

export const metadata = { title: words.signIn };

export default function LinkPage() {
  return (
    <AuthFrame title={words.oneClickSignIn} sub={words.oneClickSignSub}>
      <LinkSignIn signIn={signInWithLink} />
    </AuthFrame>
  );
}
