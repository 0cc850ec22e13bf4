import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { Button } from "#components/ui/button.tsx";
import * as words from "#components/words/shell/nothing-at-all.ts";

/** Nothing is at this address, and it is not inside an organization either. */
export function NothingAtAll() {
  return (
    <AuthFrame
      title={words.thereIsNothingAtThisAddress}
      sub={words.thereIsNothingSub}
      foot={words.somebodyGaveYouThisAddress}
    >
      <div className="flex flex-wrap gap-2">
        <Button href="/" variant="primary" size="lg">
          {words.goToYourPortal}
        </Button>
        <Button href="/signin" size="lg">
          {words.signInAsSomebodyElse}
        </Button>
      </div>
    </AuthFrame>
  );
}
