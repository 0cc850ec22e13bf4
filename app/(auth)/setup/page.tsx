import { SetUpForm } from "#components/identity/set-up-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { configuredProviders } from "#lib/identity/providers/configured-providers.ts";
import { setUp, startSetUp } from "./mutations.ts";

export const metadata = { title: "Set up" };

export default function SetUpPage() {
  return (
    <AuthFrame title="Set up Causeway" sub="The first organization, and you as its admin.">
      <SetUpForm
        providers={configuredProviders().map(({ id, name }) => ({ id, name }))}
        setUp={setUp}
        start={startSetUp}
      />
    </AuthFrame>
  );
}
