import { SetUpForm } from "#components/identity/set-up-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import * as words from "#components/words/pages/setup.ts";
import { configuredProviders } from "#lib/identity/providers/configured-providers.ts";
import { setUp, startSetUp } from "./mutations.ts";

export const metadata = { title: words.setUp };

export default function SetUpPage() {
  return (
    <AuthFrame title={words.setUpCauseway} sub={words.setUpCausewaySub}>
      <SetUpForm
        providers={configuredProviders().map(({ id, name }) => ({ id, name }))}
        setUp={setUp}
        start={startSetUp}
      />
    </AuthFrame>
  );
}
