import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/pages/signin/not-invited.ts";

export const metadata = { title: words.notInvitedYet };

/** For everybody whose account at a provider is nobody's here. It says the same whatever addresses exist. */
export default function NotInvitedPage() {
  return (
    <AuthFrame title={words.nobodyHasInvitedYouYet} sub={words.nobodyHasInvitedSub}>
      <ul className="grid list-disc gap-2 pl-5 text-text-2">
        <li>{words.youGotAnInvitationOpen}</li>
        <li>{words.youHaveSignedInHere}</li>
        <li>{words.otherwiseAskAnAdmin}</li>
      </ul>
      <Button href="/signin" size="lg">
        {words.backToSignIn}
      </Button>
    </AuthFrame>
  );
}
