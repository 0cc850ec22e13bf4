"use client";

import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { RoleCards } from "#components/identity/role-cards.tsx";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { FieldProblem, Problem } from "#lib/kernel/errors.ts";
import type { Role } from "#lib/kernel/permissions.ts";

type Values = { name: string; role: Role; expiresInDays: number };
type Result = { ok: true; data: { id: string; token: string } } | { ok: false; problem: Problem };

/** Creates a key and shows its token, once. */
export function CreateKey({ create }: { create: (values: Values) => Promise<Result> }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [role, setRole] = useState<Role>("member");
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [token, setToken] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const errorOf = (path: string) => problems.find((problem) => problem.path === path)?.message;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    const result = await create({
      name: String(form.get("name")),
      role,
      expiresInDays: Number(form.get("expiresInDays")),
    });
    setIsBusy(false);
    if (!result.ok) {
      setProblems(result.problem.fields ?? [{ path: "name", message: result.problem.detail }]);
      return;
    }
    setProblems([]);
    setToken(result.data.token);
    router.refresh();
  }

  function change(open: boolean) {
    setIsOpen(open);
    if (!open) setToken(undefined);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button size="sm" icon={<KeyRound />}>
          Create a key
        </Button>
      }
      title={token === undefined ? "Create an API key" : "Copy the key now"}
      description={
        token === undefined
          ? "For a program: a pipeline, a script, an exporter."
          : "It is shown once. We store only its hash."
      }
    >
      {token === undefined ? (
        <form className="grid gap-4" onSubmit={submit}>
          <Field label="What it is for" error={errorOf("name")}>
            <Input name="name" required autoComplete="off" placeholder="deploy pipeline" />
          </Field>
          <RoleCards
            label="May do"
            value={role}
            hints={{ viewer: "Read everything", member: "Report and import", admin: "Manage everything" }}
            onValueChange={setRole}
          />
          <Field label="Valid for" error={errorOf("expiresInDays")}>
            <Input name="expiresInDays" type="number" min={1} max={365} defaultValue={90} required suffix="days" />
          </Field>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" busy={isBusy}>
              Create
            </Button>
          </div>
        </form>
      ) : (
        <div className="grid gap-4">
          <CodeBlock label="API key" text={token} />
          <div className="flex justify-end gap-2">
            <CopyButton text={token}>Copy</CopyButton>
            <Button variant="primary" onClick={() => change(false)}>
              Done
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
