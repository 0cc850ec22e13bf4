import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { Button } from "#components/ui/button.tsx";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <AuthFrame
      title="There is nothing at this address"
      sub="It may have been renamed or removed, or it belongs to an organization that you are not a member of."
    >
      <Button href="/" variant="primary" size="lg">
        Go to your portal
      </Button>
    </AuthFrame>
  );
}
