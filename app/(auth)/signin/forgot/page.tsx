import { ForgotForm } from "#components/identity/forgot-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/pages/signin/forgot.ts";
import { isMailConfigured } from "#lib/kernel/mail/mail-settings.ts";
import { requestReset } from "../mutations.ts";

export const metadata = { title: words.forgotThePassword };

export default function ForgotPage() {
  if (isMailConfigured())
    return (
      <AuthFrame title={words.chooseANewPassword} sub={words.chooseANewSub}>
        <ForgotForm request={requestReset} />
      </AuthFrame>
    );
  return (
    <AuthFrame title={words.chooseANewPassword} sub={words.thisCausewayHasNoMailServer}>
      <p>{words.askAnAdminOfYour}</p>
      <Button href="/signin" size="lg">
        {words.backToSignIn}
      </Button>
    </AuthFrame>
  );
}
