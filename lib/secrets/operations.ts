import { createSecret } from "#lib/secrets/stored/create-secret.ts";
import { deleteSecret } from "#lib/secrets/stored/delete-secret.ts";
import { listSecrets } from "#lib/secrets/stored/list-secrets.ts";
import { replaceSecret } from "#lib/secrets/stored/replace-secret.ts";

export const secretsOperations = [listSecrets, createSecret, replaceSecret, deleteSecret];
