import { ForgotForm } from "#components/identity/forgot-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { Button } from "#components/ui/button.tsx";
import { isMailConfigured } from "#lib/kernel/mail/mail-settings.ts";
import { requestReset } from "../mutations.ts";

export const metadata = { title: "Forgot the password" };

export default function ForgotPage() {
  if (isMailConfigured())
    return (
      <AuthFrame title="Choose a new password" sub="We send a link to your address.">
        <ForgotForm request={requestReset} />
      </AuthFrame>
    );
  return (
    <AuthFrame title="Choose a new password" sub="This Causeway has no mail server, so it cannot send you a link.">
      <p>
        Ask an admin of your organization. Under Settings, Members, they make you a link with which you choose a new
        one.
      </p>
      <Button href="/signin" size="lg">
        Back to sign-in
      </Button>
    </AuthFrame>
  );
}
