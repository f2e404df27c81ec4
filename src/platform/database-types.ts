// Generated from the migrated database by `npm run generate`. Do not edit.
import type { Generated } from "kysely";

export interface Database {
  api_key: {
    id: string;
    workspace_id: string;
    name: string;
    role: string;
    key_hash: Buffer;
    prefix: string;
    last_four: string;
    created_by: string | null;
    created_at: Generated<Date>;
    expires_at: Date | null;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
  credential: {
    person_id: string;
    password_hash: string;
    scheme: Generated<string>;
    pepper_key_id: string | null;
    changed_at: Generated<Date>;
  };
  event: {
    workspace_id: string;
    seq: bigint;
    at: Date;
    action: string;
    actor_kind: string;
    actor_id: string | null;
    actor_name: string | null;
    subject_kind: string | null;
    subject_id: string | null;
    company_id: string | null;
    summary: string;
    details: Generated<unknown>;
    ip: string | null;
    user_agent: string | null;
    request_id: string | null;
    previous_hash: Buffer;
    hash: Buffer;
  };
  event_head: {
    workspace_id: string;
    seq: bigint;
    hash: Buffer;
  };
  file: {
    id: string;
    workspace_id: string;
    store_key: string;
    wrapped_key: Buffer;
    sha256: Buffer;
    size_bytes: bigint;
    media_type: string;
    created_at: Generated<Date>;
  };
  idempotency_key: {
    workspace_id: string;
    key: string;
    fingerprint: Buffer;
    status: number;
    answer: unknown | null;
    created_at: Generated<Date>;
  };
  invitation: {
    id: string;
    workspace_id: string;
    email: string;
    role: string;
    token_hash: Buffer;
    invited_by: string | null;
    created_at: Generated<Date>;
    expires_at: Date;
    accepted_at: Date | null;
    revoked_at: Date | null;
  };
  mail: {
    id: string;
    workspace_id: string | null;
    person_id: string | null;
    kind: string;
    recipient: string;
    recipient_name: string | null;
    reply_to: string | null;
    from_name: string | null;
    subject: string;
    body_text: string;
    body_html: string | null;
    attachments: Generated<unknown>;
    state: Generated<string>;
    attempts: Generated<number>;
    error: string | null;
    message_id: string;
    created_at: Generated<Date>;
    settled_at: Date | null;
  };
  membership: {
    workspace_id: string;
    person_id: string;
    role: string;
    created_at: Generated<Date>;
  };
  password_reset: {
    token_hash: Buffer;
    person_id: string;
    created_at: Generated<Date>;
    expires_at: Date;
    used_at: Date | null;
  };
  person: {
    id: string;
    email: string;
    name: string;
    preferences: Generated<unknown>;
    created_at: Generated<Date>;
  };
  schema_migration: {
    name: string;
    sha256: string;
    applied_at: Generated<Date>;
  };
  session: {
    id: Buffer;
    person_id: string;
    active_workspace_id: string | null;
    created_at: Generated<Date>;
    last_seen_at: Generated<Date>;
    expires_at: Date;
    revoked_at: Date | null;
    ip: string | null;
    user_agent: string | null;
  };
  workspace: {
    id: string;
    name: string;
    kind: Generated<string>;
    wrapped_key: Buffer;
    key_id: string;
    created_at: Generated<Date>;
  };
}
