"""The tables, with the era in which each column first appeared, and the SQL that makes them."""

ERAS = ["2025-05", "2025-11", "2025-12", "latest"]

# name: list of (column, type, since-era, extra); the key is always `id uuid`.
_ID = ("id", "uuid", 0, "NOT NULL DEFAULT gen_random_uuid()")
_CREATED = ("created_at", "timestamptz", 0, "DEFAULT now()")
_UPDATED = ("updated_at", "timestamptz", 0, "DEFAULT now()")
_AGENT = [
    _ID, ("username", "text", 0, "NOT NULL"), ("password", "text", 0, ""), ("full_name", "text", 0, ""),
    ("role", "text", 0, ""), _CREATED, ("is_active", "boolean", 1, "DEFAULT true"), ("auth_user_id", "uuid", 2, ""),
]
TABLES = {
    "customers": [
        _ID, ("company_name", "text", 0, "NOT NULL"), ("tally_license", "text", 0, ""), ("tally_serial_no", "text", 0, ""),
        ("api_key", "text", 0, ""), ("amc_expiry_date", "date", 0, ""), ("tss_expiry_date", "date", 0, ""),
        ("contact_person", "text", 0, ""), ("contact_phone", "text", 0, ""), ("contact_email", "text", 0, ""), _CREATED,
        ("accountant_name", "text", 1, ""), ("accountant_phone", "text", 1, ""), ("accountant_email", "text", 1, ""),
        ("tally_customizations", "jsonb", 1, ""), ("secret_email", "text", 1, ""), ("auth_user_id", "uuid", 2, ""),
        ("password", "text", 2, ""), ("contact_phone_numbers", "text[]", 2, ""), ("pinned_note", "text", 2, ""),
        ("tally_software_history", "jsonb", 3, ""),
    ],
    "agents": _AGENT,
    "tickets": [
        _ID, ("customer_id", "uuid", 0, ""), ("client_ticket_uuid", "text", 0, ""), ("created_by", "text", 0, ""),
        ("title", "text", 0, "NOT NULL"), ("description", "text", 0, ""), ("category", "text", 0, ""),
        ("priority", "text", 0, ""), ("status", "text", 0, "DEFAULT 'New'"), ("assigned_to", "uuid", 0, ""),
        ("sla_due", "timestamptz", 0, ""), _CREATED, _UPDATED,
        ("billed_at", "timestamptz", 1, ""), ("bill_amount", "numeric", 1, ""), ("first_assigned_to", "uuid", 1, ""),
        ("assignment_history", "jsonb", 1, ""), ("task_status", "text", 2, "DEFAULT 'open'"),
        ("completed_at", "timestamptz", 2, ""), ("screenshot_url", "text", 3, ""),
    ],
    "ticket_comments": [
        _ID, ("ticket_id", "uuid", 0, ""), ("author", "text", 0, ""), ("body", "text", 0, ""),
        ("internal", "boolean", 0, "DEFAULT false"), _CREATED,
    ],
    "ticket_remarks": [
        _ID, ("ticket_id", "uuid", 0, ""), ("agent_id", "uuid", 0, ""), ("remark", "text", 0, ""), ("stage", "text", 0, ""),
        _CREATED, _UPDATED, ("customer_id", "uuid", 2, ""), ("remark_type", "text", 2, ""), ("voice_url", "text", 2, ""),
        ("duration_seconds", "integer", 2, ""),
    ],
    "service_reports": [
        _ID, ("ticket_id", "uuid", 0, ""), ("agent_id", "uuid", 0, ""), ("solution_provided", "text", 0, ""),
        ("time_spent_minutes", "integer", 0, ""), ("parts_used", "text", 0, ""), ("remarks", "text", 0, ""),
        ("customer_signature_url", "text", 0, ""), ("agent_signature_url", "text", 0, ""), _CREATED, _UPDATED,
    ],
    "audit_log": [
        _ID, ("ticket_id", "uuid", 0, ""), ("action", "text", 0, "NOT NULL"), ("payload", "jsonb", 0, ""),
        ("performed_by", "text", 0, ""), _CREATED,
    ],
    "app_settings": [
        _ID, ("setting_key", "text", 1, "NOT NULL"), ("setting_value", "jsonb", 1, ""), ("updated_by", "text", 1, ""), _UPDATED,
    ],
    "notifications": [
        _ID, ("user_id", "uuid", 1, ""), ("type", "text", 1, ""), ("title", "text", 1, ""), ("message", "text", 1, ""),
        ("link", "text", 1, ""), ("is_read", "boolean", 1, "DEFAULT false"), _CREATED,
    ],
    "contacts": [
        _ID, ("account_id", "uuid", 2, ""), ("full_name", "text", 2, ""), ("email", "text", 2, ""), ("phone", "text", 2, ""),
        ("role", "text", 2, ""), ("is_primary", "boolean", 2, "DEFAULT false"),
        ("is_billing_contact", "boolean", 2, "DEFAULT false"), _CREATED,
    ],
    "activities": [
        _ID, ("account_id", "uuid", 2, ""), ("contact_id", "uuid", 2, ""), ("agent_id", "uuid", 2, ""), ("type", "text", 2, ""),
        ("subject", "text", 2, ""), ("description", "text", 2, ""), ("occurred_at", "timestamptz", 2, ""), _CREATED,
    ],
    "customer_notes": [
        _ID, ("customer_id", "uuid", 2, ""), ("agent_id", "uuid", 2, ""), ("note", "text", 2, ""),
        ("is_pinned", "boolean", 2, "DEFAULT false"), _CREATED,
    ],
    "deals": [
        _ID, ("customer_id", "uuid", 2, ""), ("title", "text", 2, ""), ("stage", "text", 2, "DEFAULT 'new'"),
        ("value", "numeric", 2, ""), ("description", "text", 2, ""), ("assigned_to", "uuid", 2, ""),
        ("expected_close_date", "date", 2, ""), _CREATED,
    ],
    "leads": [_ID, ("company_name", "text", 2, ""), ("status", "text", 2, ""), ("amount", "numeric", 2, ""), _CREATED],
    "articles": [
        _ID, ("title", "text", 2, ""), ("content", "text", 2, ""), ("tags", "text[]", 2, ""), ("created_by", "uuid", 2, ""), _CREATED,
    ],
    "canned_responses": [
        _ID, ("title", "text", 2, ""), ("content", "text", 2, ""), ("category", "text", 2, ""), ("created_by", "uuid", 2, ""), _CREATED,
    ],
    "chat_messages": [
        _ID, ("sender_id", "uuid", 2, ""), ("sender_name", "text", 2, ""), ("sender_role", "text", 2, ""),
        ("content", "text", 2, ""), ("is_deleted", "boolean", 2, "DEFAULT false"), _CREATED,
    ],
    "moderators": _AGENT,
    "accountants": _AGENT,
}
SINCE = {  # tables that came later
    "app_settings": 1, "notifications": 1, "contacts": 2, "activities": 2, "customer_notes": 2, "deals": 2, "leads": 2,
    "articles": 2, "canned_responses": 2, "chat_messages": 2, "moderators": 2, "accountants": 2,
}
UNIQUE = {"customers": "api_key", "agents": "username", "moderators": "username", "accountants": "username",
          "app_settings": "setting_key"}

# Foreign keys: (table, column, target, on delete, enforced). The latest schema has drifted: where rows
# point to nothing, the database has no key. The older eras have them all.
FOREIGN = [
    ("tickets", "customer_id", "customers", "CASCADE", False), ("tickets", "assigned_to", "agents", "", False),
    ("tickets", "first_assigned_to", "agents", "", True),
    ("ticket_comments", "ticket_id", "tickets", "CASCADE", True), ("ticket_remarks", "ticket_id", "tickets", "CASCADE", False),
    ("ticket_remarks", "agent_id", "agents", "", True), ("service_reports", "ticket_id", "tickets", "CASCADE", True),
    ("service_reports", "agent_id", "agents", "", True), ("audit_log", "ticket_id", "tickets", "SET NULL", False),
    ("notifications", "user_id", "agents", "CASCADE", True), ("contacts", "account_id", "customers", "CASCADE", True),
    ("activities", "account_id", "customers", "CASCADE", True), ("activities", "contact_id", "contacts", "SET NULL", True),
    ("activities", "agent_id", "agents", "SET NULL", True), ("customer_notes", "customer_id", "customers", "CASCADE", True),
    ("customer_notes", "agent_id", "agents", "SET NULL", True), ("deals", "customer_id", "customers", "CASCADE", True),
    ("deals", "assigned_to", "agents", "", True), ("articles", "created_by", "agents", "", True),
    ("canned_responses", "created_by", "agents", "", True),
]
PRIORITIES = [["Low", "Normal", "High", "Critical"]] * 2 + [["Low", "Medium", "High", "Urgent"]]
STATUSES = ["New", "Open", "In Progress", "Waiting for Customer", "Resolved", "Closed", "Reopened"]
STATUSES_LATER = [[], ["BillRaised", "BillProcessed"], ["BillRaised", "BillProcessed", "On Hold"]]

# Beside the real tables, as in the real thing: a backup schema with a table of the same name,
# a quoted mixed-case copy with a generated column. Readers must not take them for `public.tickets`.
DECOYS = """
CREATE SCHEMA backup_20251226;
CREATE TABLE backup_20251226.tickets (
    id uuid NOT NULL,
    title text,
    priority text,
    status text
);
INSERT INTO backup_20251226.tickets VALUES
    ('00000000-0000-4000-8000-0000000000b1', 'Backup copy, not a ticket', 'Normal', 'New'),
    ('00000000-0000-4000-8000-0000000000b2', 'Backup copy, not a ticket either', 'Critical', 'Closed');
CREATE TABLE public."Tickets Old" (
    id uuid NOT NULL,
    "Title" text,
    "Words" integer GENERATED ALWAYS AS (length("Title")) STORED,
    status text
);
INSERT INTO public."Tickets Old" (id, "Title", status) VALUES
    ('00000000-0000-4000-8000-0000000000c1', 'From the spreadsheet', 'Closed');
"""


def columns(table, era):
    """(name, type, extra) of a table in an era, in order of first appearance."""
    rank = ERAS.index(era)
    return [(name, kind, extra) for name, kind, since, extra in TABLES[table] if since <= rank]


def tables(era):
    rank = ERAS.index(era)
    return [name for name in TABLES if SINCE.get(name, 0) <= rank]


def sql(era):
    rank = ERAS.index(era)
    lines = [f"-- Schema of AroundTally's database, {era}. Made by generate.py; load the CSV folder into it.",
             "SET client_min_messages = warning;", ""]
    for table in tables(era):
        body = [f"    {name} {kind} {extra}".rstrip() for name, kind, extra in columns(table, era)]
        body.append("    PRIMARY KEY (id)")
        if table in UNIQUE:
            body.append(f"    UNIQUE ({UNIQUE[table]})")
        if table == "tickets" and rank < 3:
            statuses = STATUSES + STATUSES_LATER[rank]
            body.append(f"    CHECK (priority IN ({_quoted(PRIORITIES[rank])}))")
            body.append(f"    CHECK (status IN ({_quoted(statuses)}))")
        if rank < 2 and table == "customers":
            body = [line + " NOT NULL" if line.strip() == "api_key text" else line for line in body]
        lines += [f"CREATE TABLE public.{table} (", ",\n".join(body), ");", ""]
    for table, column, target, on_delete, enforced in FOREIGN:
        known = table in tables(era) and column in [name for name, _, _ in columns(table, era)]
        if not known:
            continue
        rule = f" ON DELETE {on_delete}" if on_delete else ""
        key = f"ALTER TABLE public.{table} ADD FOREIGN KEY ({column}) REFERENCES public.{target}(id){rule};"
        lines.append(key if enforced or rank < 3 else f"-- dropped, rows point to nothing: {key}")
    lines.append("CREATE INDEX tickets_status_idx ON public.tickets (status);")
    if rank == 3:
        lines.append(DECOYS)
    return "\n".join(lines).rstrip() + "\n"


def _quoted(words):
    return ", ".join(f"'{word}'" for word in words)
