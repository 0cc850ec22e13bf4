import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { Button } from "#components/ui/button.tsx";

export const metadata = { title: "Not invited yet" };

/** For everybody whose account at a provider is nobody's here. It says the same whatever addresses exist. */
export default function NotInvitedPage() {
  return (
    <AuthFrame
      title="Nobody has invited you yet"
      sub="You were recognized, but this account does not belong to anybody here."
    >
      <ul className="grid list-disc gap-2 pl-5 text-text-2">
        <li>You got an invitation? Open its link and continue from there.</li>
        <li>
          You have signed in here in another way? Do so once, then link this account under Settings, Your account.
        </li>
        <li>Otherwise, ask an admin of your organization to invite you.</li>
      </ul>
      <Button href="/signin" size="lg">
        Back to sign-in
      </Button>
    </AuthFrame>
  );
}
