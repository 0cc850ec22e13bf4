import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { Button } from "#components/ui/button.tsx";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <AuthFrame
      title="There is nothing at this address"
      sub="It may have been renamed or removed, it may have a typing error, or it belongs to an organization that you are not a member of."
      foot="Somebody gave you this address? Ask them which organization it is in, and its admins for a way in."
    >
      <div className="flex flex-wrap gap-2">
        <Button href="/" variant="primary" size="lg">
          Go to your portal
        </Button>
        <Button href="/signin" size="lg">
          Sign in as somebody else
        </Button>
      </div>
    </AuthFrame>
  );
}
