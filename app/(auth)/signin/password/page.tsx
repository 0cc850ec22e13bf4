import { NewPasswordForm } from "#components/identity/new-password-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import * as words from "#components/words/pages/signin/password.ts";
import { resetPassword } from "../mutations.ts";

export const metadata = { title: words.newPassword };

export default function NewPasswordPage() {
  return (
    <AuthFrame title={words.chooseANewPassword} sub={words.theLinkWorksOnce}>
      <NewPasswordForm reset={resetPassword} />
    </AuthFrame>
  );
}
