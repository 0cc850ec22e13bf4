"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import { type CheckedInput, readAnswers } from "#lib/actions/actions/asked-fields.ts";
import type { InputSchema } from "#lib/actions/actions/schema.ts";

type Check = (schema: InputSchema, answers: Record<string, unknown>) => CheckedInput;

/**
 * The answers with defaults, and what is wrong with them. What checks them comes after the page; until then only what is missing is
 * known. `settled` waits for it; without a network it gives what is known, for the server checks again.
 */
export function useCheckedAnswers(schema: InputSchema, answers: Record<string, unknown>) {
  const [check, setCheck] = useState<{ run: Check }>({ run: readAnswers });
  const fetchCheck = useCallback(async () => {
    const { checkInput } = await import("#lib/actions/actions/check-input.ts");
    setCheck((before) => (before.run === checkInput ? before : { run: checkInput }));
    return checkInput;
  }, []);
  useEffect(() => {
    // Who goes on without it asks again.
    fetchCheck().catch(() => {});
  }, [fetchCheck]);
  const checked = useMemo(() => check.run(schema, answers), [check, schema, answers]);
  const settled = async () => (await fetchCheck().catch(() => check.run))(schema, answers).problems;
  return { ...checked, settled };
}
