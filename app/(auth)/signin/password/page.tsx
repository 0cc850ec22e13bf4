import { NewPasswordForm } from "#components/identity/new-password-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { resetPassword } from "../mutations.ts";

export const metadata = { title: "New password" };

export default function NewPasswordPage() {
  return (
    <AuthFrame title="Choose a new password" sub="The link works once.">
      <NewPasswordForm reset={resetPassword} />
    </AuthFrame>
  );
}
