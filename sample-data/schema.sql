-- Schema of AroundTally's database, latest. Made by generate.py; load the CSV folder into it.
SET client_min_messages = warning;

CREATE TABLE public.customers (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    company_name text NOT NULL,
    tally_license text,
    tally_serial_no text,
    api_key text,
    amc_expiry_date date,
    tss_expiry_date date,
    contact_person text,
    contact_phone text,
    contact_email text,
    created_at timestamptz DEFAULT now(),
    accountant_name text,
    accountant_phone text,
    accountant_email text,
    tally_customizations jsonb,
    secret_email text,
    auth_user_id uuid,
    password text,
    contact_phone_numbers text[],
    pinned_note text,
    tally_software_history jsonb,
    PRIMARY KEY (id),
    UNIQUE (api_key)
);

CREATE TABLE public.agents (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    username text NOT NULL,
    password text,
    full_name text,
    role text,
    created_at timestamptz DEFAULT now(),
    is_active boolean DEFAULT true,
    auth_user_id uuid,
    PRIMARY KEY (id),
    UNIQUE (username)
);

CREATE TABLE public.tickets (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    customer_id uuid,
    client_ticket_uuid text,
    created_by text,
    title text NOT NULL,
    description text,
    category text,
    priority text,
    status text DEFAULT 'New',
    assigned_to uuid,
    sla_due timestamptz,
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now(),
    billed_at timestamptz,
    bill_amount numeric,
    first_assigned_to uuid,
    assignment_history jsonb,
    task_status text DEFAULT 'open',
    completed_at timestamptz,
    screenshot_url text,
    PRIMARY KEY (id)
);

CREATE TABLE public.ticket_comments (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    ticket_id uuid,
    author text,
    body text,
    internal boolean DEFAULT false,
    created_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.ticket_remarks (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    ticket_id uuid,
    agent_id uuid,
    remark text,
    stage text,
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now(),
    customer_id uuid,
    remark_type text,
    voice_url text,
    duration_seconds integer,
    PRIMARY KEY (id)
);

CREATE TABLE public.service_reports (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    ticket_id uuid,
    agent_id uuid,
    solution_provided text,
    time_spent_minutes integer,
    parts_used text,
    remarks text,
    customer_signature_url text,
    agent_signature_url text,
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.audit_log (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    ticket_id uuid,
    action text NOT NULL,
    payload jsonb,
    performed_by text,
    created_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.app_settings (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    setting_key text NOT NULL,
    setting_value jsonb,
    updated_by text,
    updated_at timestamptz DEFAULT now(),
    PRIMARY KEY (id),
    UNIQUE (setting_key)
);

CREATE TABLE public.notifications (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    user_id uuid,
    type text,
    title text,
    message text,
    link text,
    is_read boolean DEFAULT false,
    created_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.contacts (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    account_id uuid,
    full_name text,
    email text,
    phone text,
    role text,
    is_primary boolean DEFAULT false,
    is_billing_contact boolean DEFAULT false,
    created_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.activities (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    account_id uuid,
    contact_id uuid,
    agent_id uuid,
    type text,
    subject text,
    description text,
    occurred_at timestamptz,
    created_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.customer_notes (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    customer_id uuid,
    agent_id uuid,
    note text,
    is_pinned boolean DEFAULT false,
    created_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.deals (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    customer_id uuid,
    title text,
    stage text DEFAULT 'new',
    value numeric,
    description text,
    assigned_to uuid,
    expected_close_date date,
    created_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.leads (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    company_name text,
    status text,
    amount numeric,
    created_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.articles (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    title text,
    content text,
    tags text[],
    created_by uuid,
    created_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.canned_responses (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    title text,
    content text,
    category text,
    created_by uuid,
    created_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.chat_messages (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    sender_id uuid,
    sender_name text,
    sender_role text,
    content text,
    is_deleted boolean DEFAULT false,
    created_at timestamptz DEFAULT now(),
    PRIMARY KEY (id)
);

CREATE TABLE public.moderators (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    username text NOT NULL,
    password text,
    full_name text,
    role text,
    created_at timestamptz DEFAULT now(),
    is_active boolean DEFAULT true,
    auth_user_id uuid,
    PRIMARY KEY (id),
    UNIQUE (username)
);

CREATE TABLE public.accountants (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    username text NOT NULL,
    password text,
    full_name text,
    role text,
    created_at timestamptz DEFAULT now(),
    is_active boolean DEFAULT true,
    auth_user_id uuid,
    PRIMARY KEY (id),
    UNIQUE (username)
);

-- dropped, rows point to nothing: ALTER TABLE public.tickets ADD FOREIGN KEY (customer_id) REFERENCES public.customers(id) ON DELETE CASCADE;
-- dropped, rows point to nothing: ALTER TABLE public.tickets ADD FOREIGN KEY (assigned_to) REFERENCES public.agents(id);
ALTER TABLE public.tickets ADD FOREIGN KEY (first_assigned_to) REFERENCES public.agents(id);
ALTER TABLE public.ticket_comments ADD FOREIGN KEY (ticket_id) REFERENCES public.tickets(id) ON DELETE CASCADE;
-- dropped, rows point to nothing: ALTER TABLE public.ticket_remarks ADD FOREIGN KEY (ticket_id) REFERENCES public.tickets(id) ON DELETE CASCADE;
ALTER TABLE public.ticket_remarks ADD FOREIGN KEY (agent_id) REFERENCES public.agents(id);
ALTER TABLE public.service_reports ADD FOREIGN KEY (ticket_id) REFERENCES public.tickets(id) ON DELETE CASCADE;
ALTER TABLE public.service_reports ADD FOREIGN KEY (agent_id) REFERENCES public.agents(id);
-- dropped, rows point to nothing: ALTER TABLE public.audit_log ADD FOREIGN KEY (ticket_id) REFERENCES public.tickets(id) ON DELETE SET NULL;
ALTER TABLE public.notifications ADD FOREIGN KEY (user_id) REFERENCES public.agents(id) ON DELETE CASCADE;
ALTER TABLE public.contacts ADD FOREIGN KEY (account_id) REFERENCES public.customers(id) ON DELETE CASCADE;
ALTER TABLE public.activities ADD FOREIGN KEY (account_id) REFERENCES public.customers(id) ON DELETE CASCADE;
ALTER TABLE public.activities ADD FOREIGN KEY (contact_id) REFERENCES public.contacts(id) ON DELETE SET NULL;
ALTER TABLE public.activities ADD FOREIGN KEY (agent_id) REFERENCES public.agents(id) ON DELETE SET NULL;
ALTER TABLE public.customer_notes ADD FOREIGN KEY (customer_id) REFERENCES public.customers(id) ON DELETE CASCADE;
ALTER TABLE public.customer_notes ADD FOREIGN KEY (agent_id) REFERENCES public.agents(id) ON DELETE SET NULL;
ALTER TABLE public.deals ADD FOREIGN KEY (customer_id) REFERENCES public.customers(id) ON DELETE CASCADE;
ALTER TABLE public.deals ADD FOREIGN KEY (assigned_to) REFERENCES public.agents(id);
ALTER TABLE public.articles ADD FOREIGN KEY (created_by) REFERENCES public.agents(id);
ALTER TABLE public.canned_responses ADD FOREIGN KEY (created_by) REFERENCES public.agents(id);
CREATE INDEX tickets_status_idx ON public.tickets (status);

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
