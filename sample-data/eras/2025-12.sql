--
-- PostgreSQL database dump
--

\restrict sample

-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: accountants; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accountants (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    username text NOT NULL,
    password text,
    full_name text,
    role text,
    created_at timestamp with time zone DEFAULT now(),
    is_active boolean DEFAULT true,
    auth_user_id uuid
);


--
-- Name: activities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.activities (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    account_id uuid,
    contact_id uuid,
    agent_id uuid,
    type text,
    subject text,
    description text,
    occurred_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now()
);


--
-- Name: agents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.agents (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    username text NOT NULL,
    password text,
    full_name text,
    role text,
    created_at timestamp with time zone DEFAULT now(),
    is_active boolean DEFAULT true,
    auth_user_id uuid
);


--
-- Name: app_settings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.app_settings (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    setting_key text NOT NULL,
    setting_value jsonb,
    updated_by text,
    updated_at timestamp with time zone DEFAULT now()
);


--
-- Name: articles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    title text,
    content text,
    tags text[],
    created_by uuid,
    created_at timestamp with time zone DEFAULT now()
);


--
-- Name: audit_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_log (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    ticket_id uuid,
    action text NOT NULL,
    payload jsonb,
    performed_by text,
    created_at timestamp with time zone DEFAULT now()
);


--
-- Name: canned_responses; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.canned_responses (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    title text,
    content text,
    category text,
    created_by uuid,
    created_at timestamp with time zone DEFAULT now()
);


--
-- Name: chat_messages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.chat_messages (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    sender_id uuid,
    sender_name text,
    sender_role text,
    content text,
    is_deleted boolean DEFAULT false,
    created_at timestamp with time zone DEFAULT now()
);


--
-- Name: contacts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.contacts (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    account_id uuid,
    full_name text,
    email text,
    phone text,
    role text,
    is_primary boolean DEFAULT false,
    is_billing_contact boolean DEFAULT false,
    created_at timestamp with time zone DEFAULT now()
);


--
-- Name: customer_notes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customer_notes (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    customer_id uuid,
    agent_id uuid,
    note text,
    is_pinned boolean DEFAULT false,
    created_at timestamp with time zone DEFAULT now()
);


--
-- Name: customers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customers (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    company_name text NOT NULL,
    tally_license text,
    tally_serial_no text,
    api_key text,
    amc_expiry_date date,
    tss_expiry_date date,
    contact_person text,
    contact_phone text,
    contact_email text,
    created_at timestamp with time zone DEFAULT now(),
    accountant_name text,
    accountant_phone text,
    accountant_email text,
    tally_customizations jsonb,
    secret_email text,
    auth_user_id uuid,
    password text,
    contact_phone_numbers text[],
    pinned_note text
);


--
-- Name: deals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deals (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    customer_id uuid,
    title text,
    stage text DEFAULT 'new'::text,
    value numeric,
    description text,
    assigned_to uuid,
    expected_close_date date,
    created_at timestamp with time zone DEFAULT now()
);


--
-- Name: leads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.leads (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    company_name text,
    status text,
    amount numeric,
    created_at timestamp with time zone DEFAULT now()
);


--
-- Name: moderators; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.moderators (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    username text NOT NULL,
    password text,
    full_name text,
    role text,
    created_at timestamp with time zone DEFAULT now(),
    is_active boolean DEFAULT true,
    auth_user_id uuid
);


--
-- Name: notifications; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notifications (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id uuid,
    type text,
    title text,
    message text,
    link text,
    is_read boolean DEFAULT false,
    created_at timestamp with time zone DEFAULT now()
);


--
-- Name: service_reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.service_reports (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    ticket_id uuid,
    agent_id uuid,
    solution_provided text,
    time_spent_minutes integer,
    parts_used text,
    remarks text,
    customer_signature_url text,
    agent_signature_url text,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone DEFAULT now()
);


--
-- Name: ticket_comments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ticket_comments (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    ticket_id uuid,
    author text,
    body text,
    internal boolean DEFAULT false,
    created_at timestamp with time zone DEFAULT now()
);


--
-- Name: ticket_remarks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ticket_remarks (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    ticket_id uuid,
    agent_id uuid,
    remark text,
    stage text,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone DEFAULT now(),
    customer_id uuid,
    remark_type text,
    voice_url text,
    duration_seconds integer
);


--
-- Name: tickets; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tickets (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    customer_id uuid,
    client_ticket_uuid text,
    created_by text,
    title text NOT NULL,
    description text,
    category text,
    priority text,
    status text DEFAULT 'New'::text,
    assigned_to uuid,
    sla_due timestamp with time zone,
    created_at timestamp with time zone DEFAULT now(),
    updated_at timestamp with time zone DEFAULT now(),
    billed_at timestamp with time zone,
    bill_amount numeric,
    first_assigned_to uuid,
    assignment_history jsonb,
    task_status text DEFAULT 'open'::text,
    completed_at timestamp with time zone,
    CONSTRAINT tickets_priority_check CHECK ((priority = ANY (ARRAY['Low'::text, 'Medium'::text, 'High'::text, 'Urgent'::text]))),
    CONSTRAINT tickets_status_check CHECK ((status = ANY (ARRAY['New'::text, 'Open'::text, 'In Progress'::text, 'Waiting for Customer'::text, 'Resolved'::text, 'Closed'::text, 'Reopened'::text, 'BillRaised'::text, 'BillProcessed'::text, 'On Hold'::text])))
);


--
-- Data for Name: accountants; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accountants (id, username, password, full_name, role, created_at, is_active, auth_user_id) FROM stdin;
19da05c4-4f6a-4722-8b1e-99595a3a69b0	ca.external	sample-not-a-real-hash	Meera Kale	Accountant	2025-07-30 18:30:00+00	t	\N
\.


--
-- Data for Name: activities; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.activities (id, account_id, contact_id, agent_id, type, subject, description, occurred_at, created_at) FROM stdin;
53f630e6-99ff-4d1e-8ea8-e24d1cc5e241	0730fbf7-ef65-4143-a97f-940a17a7e9d9	70813ac3-3d54-41da-b2d7-c12d1422c444	9da70a4b-1c51-459c-bda8-0c046a899372	email	AMC renewal call	\N	2025-12-27 07:05:00.323792+00	2025-12-27 07:10:00.323792+00
1d7bf256-0118-41cf-9ec1-3b0cecf563d7	cdd36e52-d21f-4bcb-baa9-4271506a05f9	b8e35a56-3170-4bb3-a6b6-e85bb101ce9b	37bdb237-ad7c-4695-97b3-3263487af13f	email	AMC renewal call	Will decide next week	2025-12-27 09:01:00.542554+00	2025-12-27 10:08:00.542554+00
219e3a7c-8599-4815-8300-1cd317748ad5	b7a254f5-10f0-492f-8185-fabc40699299	\N	9da70a4b-1c51-459c-bda8-0c046a899372	meeting	Demo of cloud		2025-12-29 07:52:00.39948+00	2025-12-29 09:14:00.39948+00
26cff28f-a3b6-411a-9404-87d524f4a367	09fe912a-de8b-4d2e-baa1-bea724de6b84	6d7a1943-4e26-45ee-8605-1c1242d9067c	d9439739-a968-49bc-a16c-9309eefd9851	email	Payment follow-up	Not reachable	2025-12-29 11:37:00.165732+00	2025-12-29 12:39:00.165732+00
08977af5-56f9-4fc0-805e-9ad30c5bd9fe	b7a254f5-10f0-492f-8185-fabc40699299	56394c76-c3be-495c-8955-d8c67bb37c37	b1c842bf-64e3-4744-afb7-59ab70961b42	meeting	AMC renewal call	\N	2025-12-30 12:45:00.188894+00	2025-12-30 13:13:00.188894+00
964ab99f-2b93-472e-a7f8-aa51af095588	b7a254f5-10f0-492f-8185-fabc40699299	56394c76-c3be-495c-8955-d8c67bb37c37	37bdb237-ad7c-4695-97b3-3263487af13f	call	Demo of cloud	Not reachable	2025-12-30 14:00:00+00	2025-12-30 14:12:00+00
849b4a0e-5b77-4f79-b22b-bbb55e451022	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	d8a0652c-e6c6-4693-a74f-8f4a300f9b19	d9439739-a968-49bc-a16c-9309eefd9851	email	TSS reminder	Not reachable	2025-12-30 14:00:00+00	2025-12-30 14:56:00+00
\.


--
-- Data for Name: agents; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.agents (id, username, password, full_name, role, created_at, is_active, auth_user_id) FROM stdin;
5f030e12-5819-4358-9546-861fae4e2ce4	vikas.admin	sample-not-a-real-hash	Vikas Kulkarni	Admin	2025-12-06 03:30:00.620125+00	t	d0602b4e-abce-4b70-8d0a-d404bf4e9779
37bdb237-ad7c-4695-97b3-3263487af13f	snehal	sample-not-a-real-hash	Snehal Deshpande	Support Head	2025-12-06 03:31:00.786302+00	t	e8f2c312-3a9a-4352-bcd1-a9cceb6a260b
b1c842bf-64e3-4744-afb7-59ab70961b42	rohit	sample-not-a-real-hash	Rohit Pawar	Support	2025-12-06 03:32:00.579095+00	t	\N
d9439739-a968-49bc-a16c-9309eefd9851	farida	sample-not-a-real-hash	Farida Shaikh	Agent	2025-12-06 03:33:00.137278+00	t	cf1c1c22-9821-48d5-b213-915c1d9432b5
9da70a4b-1c51-459c-bda8-0c046a899372	accounts	sample-not-a-real-hash	Mangesh Joshi	Accountant	2025-12-06 03:34:00.545586+00	t	db9c69d8-31db-49b3-ad4a-335226ef2ce2
\.


--
-- Data for Name: app_settings; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.app_settings (id, setting_key, setting_value, updated_by, updated_at) FROM stdin;
df76d625-79e5-41f3-807d-16d36d290110	workflow_config	{"sla": {"low": 1440, "high": 180, "medium": 480, "normal": 480, "urgent": 60, "critical": 60}, "visible_statuses": ["New", "Open", "In Progress", "On Hold", "Waiting for Customer", "Resolved", "Closed", "BillRaised", "BillProcessed"]}	5f030e12-5819-4358-9546-861fae4e2ce4	2025-12-30 10:20:00.251888+00
7a6cd48a-c3c2-4391-b4ff-211c079303d0	role_permissions	{"Sales": ["deals", "leads"], "Support": ["tickets"], "Accountant": ["bills", "reports"]}	5f030e12-5819-4358-9546-861fae4e2ce4	2025-12-27 06:22:00.581273+00
07c7f082-3e6e-4f7c-8202-b1441174c5c7	enable_reports	{"enabled": true}	vikas.admin	2025-12-29 11:28:00.631664+00
2911e8a8-de8a-462d-b0c2-18825fe15565	enable_chat	{"enabled": false}	5f030e12-5819-4358-9546-861fae4e2ce4	2025-12-30 10:10:00.561528+00
d9617109-82e4-4631-a580-86fffee7f008	enable_voice_remarks	true	5f030e12-5819-4358-9546-861fae4e2ce4	2025-12-26 04:58:00.174693+00
8364d446-4ea7-423f-b11b-47867ad401cd	company_profile	{"city": "Pune", "name": "Sample Tally Partner"}	5f030e12-5819-4358-9546-861fae4e2ce4	2025-12-30 14:00:00+00
3227d546-c3cd-4be7-9c8d-355bb12a595a	bill_counter	1742	5f030e12-5819-4358-9546-861fae4e2ce4	2025-12-28 08:52:00.038224+00
\.


--
-- Data for Name: articles; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.articles (id, title, content, tags, created_by, created_at) FROM stdin;
76776665-478f-4495-8f11-e4455758d436	e-Invoice error 2150: duplicate IRN	Check the portal by document number, then link the IRN.	{e-invoice,gst}	37bdb237-ad7c-4695-97b3-3263487af13f	2025-12-26 08:31:00.503878+00
66f2452b-d846-45b6-89fc-b8b1b6a0c0e3	Rewrite of data, step by step	Backup first. Ctrl+K, then Repair.	{data,repair}	37bdb237-ad7c-4695-97b3-3263487af13f	2025-12-26 08:26:00.349362+00
49ed82e2-fa92-4d25-ab29-29439e5e3c6f	GSTR-1 before the 11th: checklist	HSN summary, B2B, credit notes, amendments.	{gst}	37bdb237-ad7c-4695-97b3-3263487af13f	2025-12-26 13:24:00.245417+00
d1d90967-0716-42a1-bcd3-a2c11eb85c96	Moving a licence to a new PC	Surrender on the old PC, else ask support for a release.	{licence,"server move"}	37bdb237-ad7c-4695-97b3-3263487af13f	2025-12-28 05:50:00.148032+00
16e67188-f4d4-4626-958f-c1423fd54160	Printing cuts the last line	Set the page size in the driver, not in Tally.	{}	37bdb237-ad7c-4695-97b3-3263487af13f	2025-12-26 04:53:00.267293+00
34e46d47-5210-4658-be15-514d0499764e	टैली बैकअप कैसे लें	Alt+Y > Backup. रोज़ का बैकअप ज़रूरी है।	{backup,हिन्दी}	37bdb237-ad7c-4695-97b3-3263487af13f	2025-12-30 14:00:00+00
\.


--
-- Data for Name: audit_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_log (id, ticket_id, action, payload, performed_by, created_at) FROM stdin;
b188f0d4-1f16-45f7-907a-648521b81358	81fd3e0a-0f3f-4f7b-85be-a3e1ac3e5097	ticket_created	{"title": "New server, shift Tally data", "priority": "High", "client_ticket_uuid": "9745af8d-a0ce-429d-9ed7-cbe36e97f894"}	Rekha	2025-12-26 05:42:35.289876+00
bcf09062-be2a-41d0-9ad4-512bd41250ab	81fd3e0a-0f3f-4f7b-85be-a3e1ac3e5097	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	b1c842bf-64e3-4744-afb7-59ab70961b42	2025-12-26 06:11:03.048409+00
cc8201fc-e723-4ca7-a65f-7fd78b4b33f7	fca36e06-7b04-4c62-bf22-94d7042eb1dd	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	rohit	2025-12-26 08:07:19.408642+00
9ee1c8e8-c637-4798-b5f1-cc2837b8ab0f	fe3d4672-b902-4385-93f9-fcdd1b1f7666	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "d9439739-a968-49bc-a16c-9309eefd9851", "performed_by_role": "Agent"}	farida	2025-12-26 08:34:40.999895+00
eeb9d93e-ac4e-414e-840a-1155bc0173b2	81fd3e0a-0f3f-4f7b-85be-a3e1ac3e5097	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	rohit	2025-12-26 08:37:20.972889+00
4e75bee5-0075-43ac-8d83-21d4f7830e8e	fe3d4672-b902-4385-93f9-fcdd1b1f7666	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "d9439739-a968-49bc-a16c-9309eefd9851", "performed_by_role": "Agent"}	d9439739-a968-49bc-a16c-9309eefd9851	2025-12-26 08:44:42.848643+00
58d532e6-1483-4e15-b673-25dd42aadcdd	23a65553-cfc2-428b-9692-2cd701bfeba9	ticket_status_changed	{"to": "Resolved", "from": "New", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	b1c842bf-64e3-4744-afb7-59ab70961b42	2025-12-26 12:15:48.647284+00
3ff2db49-58a1-413a-a8ee-92d4e86f3baf	fe3d4672-b902-4385-93f9-fcdd1b1f7666	ticket_status_changed	{"to": "In Progress", "from": "Waiting for Customer", "performed_by_id": "d9439739-a968-49bc-a16c-9309eefd9851", "performed_by_role": "Agent"}	d9439739-a968-49bc-a16c-9309eefd9851	2025-12-27 06:30:23.057926+00
e4a96293-345f-4a48-a3f3-aa6e03a76a6b	fe3d4672-b902-4385-93f9-fcdd1b1f7666	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "d9439739-a968-49bc-a16c-9309eefd9851", "performed_by_role": "Agent"}	farida	2025-12-27 06:47:07.103275+00
d673eb2c-5a1e-474f-879c-cc0aa3d37b87	81fd3e0a-0f3f-4f7b-85be-a3e1ac3e5097	ticket_status_changed	{"to": "In Progress", "from": "Waiting for Customer", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	rohit	2025-12-27 08:33:21.318576+00
30001dc2-f00c-47d6-9d70-cf1a7e3c9025	fca36e06-7b04-4c62-bf22-94d7042eb1dd	ticket_resolved_bill_raised	{"amount": 17700.00, "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42"}	rohit	2025-12-27 10:01:02.765751+00
36cc2ee0-30a3-4f97-b6f1-36cc6cfb02fd	81fd3e0a-0f3f-4f7b-85be-a3e1ac3e5097	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	rohit	2025-12-27 10:53:57.865602+00
b4b0f197-fbb2-4785-97ee-9976f5dc2dc1	274faf75-7367-4590-9240-d9b732abb717	ticket_created	{"title": "TDL customisation not loading", "priority": "Low", "client_ticket_uuid": "fc31c752-8790-45df-9b7e-2befa98675c2"}	Bharti	2025-12-27 11:33:57.17374+00
f49bfe8d-593c-4172-a923-df47715032b5	5cc2460d-b159-4b9f-a143-87f0163c314d	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	rohit	2025-12-29 06:14:23.021351+00
e0333d0c-56d2-4b52-bd14-b6ee9eeece76	5cc2460d-b159-4b9f-a143-87f0163c314d	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	b1c842bf-64e3-4744-afb7-59ab70961b42	2025-12-29 06:33:10.284875+00
1cfe49e9-b0ec-4586-a9df-de125966b3c2	fca36e06-7b04-4c62-bf22-94d7042eb1dd	ticket_status_changed	{"to": "Closed", "from": "BillRaised", "performed_by_id": "9da70a4b-1c51-459c-bda8-0c046a899372", "performed_by_role": "Accountant"}	9da70a4b-1c51-459c-bda8-0c046a899372	2025-12-29 07:10:01.776836+00
05916eee-66df-451a-a0be-6b1022983e1b	5cc2460d-b159-4b9f-a143-87f0163c314d	ticket_status_changed	{"to": "In Progress", "from": "Waiting for Customer", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	rohit	2025-12-29 08:25:35.569633+00
12f63620-b5c1-41f1-a8d6-9956d5f73ba4	5cc2460d-b159-4b9f-a143-87f0163c314d	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	rohit	2025-12-29 08:45:00.068895+00
9343273f-3cd6-4d9e-a00e-3c4e927b673d	31305bca-78bf-46db-8040-61beb94d5156	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "37bdb237-ad7c-4695-97b3-3263487af13f", "performed_by_role": "Support Head"}	snehal	2025-12-29 13:03:01.819404+00
676b21fa-38ed-47d2-9577-d9b1d913ac24	31305bca-78bf-46db-8040-61beb94d5156	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "37bdb237-ad7c-4695-97b3-3263487af13f", "performed_by_role": "Support Head"}	snehal	2025-12-29 13:29:52.646918+00
7be63906-b6b9-4751-991c-eee4e19c8d8b	274faf75-7367-4590-9240-d9b732abb717	ticket_status_changed	{"to": "Waiting for Customer", "from": "New", "performed_by_id": "d9439739-a968-49bc-a16c-9309eefd9851", "performed_by_role": "Agent"}	d9439739-a968-49bc-a16c-9309eefd9851	2025-12-30 05:07:40.271957+00
c56632d1-2cfb-4c81-ae10-a32c0a90e0b8	89b616e1-cb08-42fb-9156-317896deeb7d	ticket_created	{"title": "Tally very slow on multi user", "priority": null}	api	2025-12-30 05:34:16.818788+00
354ac890-ad64-4f9d-bf60-3f3623da9615	6b54f3a4-1eb9-4b38-a98a-fc62da05d441	ticket_status_changed	{"to": "Resolved", "from": "New", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	b1c842bf-64e3-4744-afb7-59ab70961b42	2025-12-30 07:25:23.80769+00
6afc5246-cbe2-49c2-89c2-a94b4c4161a7	23a65553-cfc2-428b-9692-2cd701bfeba9	ticket_status_changed	{"to": "Closed", "from": "Resolved", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	b1c842bf-64e3-4744-afb7-59ab70961b42	2025-12-30 08:58:11.170323+00
e5ebf364-d14a-4a35-9567-3125ce8ea19b	274faf75-7367-4590-9240-d9b732abb717	ticket_status_changed	{"to": "In Progress", "from": "Waiting for Customer", "performed_by_id": "d9439739-a968-49bc-a16c-9309eefd9851", "performed_by_role": "Agent"}	farida	2025-12-30 11:28:56.409992+00
e3f05b83-8c6c-4d87-b3ef-0ba247f180ff	89b616e1-cb08-42fb-9156-317896deeb7d	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	rohit	2025-12-30 12:32:28.679174+00
4b893322-6b22-4c4b-9326-7f965ee421aa	89b616e1-cb08-42fb-9156-317896deeb7d	ticket_resolved_bill_raised	{"amount": 1180.00, "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42"}	b1c842bf-64e3-4744-afb7-59ab70961b42	2025-12-31 04:54:26.101345+00
d18de5c3-aad4-4ab7-86a3-68b1db5311e3	35f694d1-201a-4e64-a8b0-009e96c2a59e	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	rohit	2025-12-31 05:25:40.589273+00
adf514c6-874c-4d34-aff2-cfa65654e989	89b616e1-cb08-42fb-9156-317896deeb7d	ticket_status_changed	{"to": "BillProcessed", "from": "BillRaised", "performed_by_id": "9da70a4b-1c51-459c-bda8-0c046a899372", "performed_by_role": "Accountant"}	accounts	2025-12-31 06:18:45.515632+00
1b07efde-6018-4a28-a29e-1350bd7413f1	5be588a8-acbd-43a3-aeed-6b4430cbf2a8	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "d9439739-a968-49bc-a16c-9309eefd9851", "performed_by_role": "Agent"}	farida	2025-12-31 07:07:32.646611+00
30eb8320-8ca2-4d02-aa43-bd2a218f9c1a	765997d1-f153-4364-bee3-392c7fbc099a	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	rohit	2025-12-31 07:46:55.373979+00
53f5fbca-e8c7-41db-b8eb-d62c90923d89	5cc2460d-b159-4b9f-a143-87f0163c314d	ticket_status_changed	{"to": "In Progress", "from": "Waiting for Customer", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	b1c842bf-64e3-4744-afb7-59ab70961b42	2025-12-31 07:59:35.319257+00
035458f8-69ca-4c4c-9b80-937293ae5b3c	5cc2460d-b159-4b9f-a143-87f0163c314d	ticket_resolved_bill_raised	{"amount": 1222.81, "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42"}	rohit	2025-12-31 08:17:20.091528+00
2597c0b4-0d57-4ef5-b86a-a9bab4ceb1ef	61c99c03-517d-4b70-9145-efdb5c13266e	ticket_created	{"title": "Barcode label alignment", "priority": "Urgent"}	api	2025-12-31 08:49:43.6924+00
7a90aeb2-1f98-4289-84a6-da8fc312f60e	61c99c03-517d-4b70-9145-efdb5c13266e	ticket_status_changed	{"to": "Waiting for Customer", "from": "New", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	b1c842bf-64e3-4744-afb7-59ab70961b42	2025-12-31 09:13:49.118108+00
fc1b6b72-848f-4f95-9955-f8cdd0d3e329	35f694d1-201a-4e64-a8b0-009e96c2a59e	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	b1c842bf-64e3-4744-afb7-59ab70961b42	2025-12-31 09:43:22.20853+00
39ea5720-a1f4-4593-b42a-612c6fe700a4	a712ee0e-d136-47cf-a7bb-58aefb90da54	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	b1c842bf-64e3-4744-afb7-59ab70961b42	2025-12-31 09:48:20.85256+00
e4a62952-ba7a-450b-8572-c6fb67e20875	7489ce74-4f4f-41f4-8ec8-454bc9645e79	ticket_created	{"title": "Tally very slow on multi user", "priority": "Low"}	Bharti	2025-12-31 10:00:21.442104+00
774c5ea4-df93-4316-aa96-40979d9caa0c	a712ee0e-d136-47cf-a7bb-58aefb90da54	ticket_resolved_bill_raised	{"amount": 3540.00, "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42"}	rohit	2025-12-31 10:55:02.548923+00
0ec00d9a-7a77-4089-9f1d-8e49355f8e2d	5be588a8-acbd-43a3-aeed-6b4430cbf2a8	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "d9439739-a968-49bc-a16c-9309eefd9851", "performed_by_role": "Agent"}	d9439739-a968-49bc-a16c-9309eefd9851	2025-12-31 11:43:30.861997+00
cba34406-a97e-4c50-91bb-102fac10e43f	765997d1-f153-4364-bee3-392c7fbc099a	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "b1c842bf-64e3-4744-afb7-59ab70961b42", "performed_by_role": "Support"}	rohit	2025-12-31 12:32:56.915545+00
6feb32cb-5536-4cf1-9f13-be15a2dcd4d4	5cc2460d-b159-4b9f-a143-87f0163c314d	ticket_status_changed	{"to": "BillProcessed", "from": "BillRaised", "performed_by_id": "9da70a4b-1c51-459c-bda8-0c046a899372", "performed_by_role": "Accountant"}	accounts	2025-12-31 12:36:27.173922+00
8ec482f8-5ccb-48c0-a0d2-7c4aec23bd87	a712ee0e-d136-47cf-a7bb-58aefb90da54	ticket_status_changed	{"to": "BillProcessed", "from": "BillRaised", "performed_by_id": "9da70a4b-1c51-459c-bda8-0c046a899372", "performed_by_role": "Accountant"}	accounts	2025-12-31 12:53:15.851621+00
\.


--
-- Data for Name: canned_responses; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.canned_responses (id, title, content, category, created_by, created_at) FROM stdin;
de1e39fc-d8f6-4a13-9b2a-3ec6b724339c	Ask for backup	Please send us a backup of the company data.	Technical	37bdb237-ad7c-4695-97b3-3263487af13f	2025-12-30 08:24:00.572481+00
a1c30b0e-f5b9-4fa2-a30d-19a85282df92	OTP	Please keep the OTP of the GST portal ready, we will call.	General	37bdb237-ad7c-4695-97b3-3263487af13f	2025-12-27 11:12:00.890348+00
52f23157-8937-4a14-bda1-85359d3643c4	AMC over	Your AMC has ended. This visit is chargeable, please confirm.	Billing	37bdb237-ad7c-4695-97b3-3263487af13f	2025-12-26 12:37:00.877418+00
d67f095b-57cc-4557-93f9-aa3fd71f7d45	Closing	The issue is solved. The ticket will be closed in two days.	\N	37bdb237-ad7c-4695-97b3-3263487af13f	2025-12-30 14:00:00+00
\.


--
-- Data for Name: chat_messages; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.chat_messages (id, sender_id, sender_name, sender_role, content, is_deleted, created_at) FROM stdin;
9d0474bc-b575-4d28-bd70-30b6107a507d	b1c842bf-64e3-4744-afb7-59ab70961b42	Rohit Pawar	Support	Lunch?	f	2025-12-26 06:18:00.092247+00
2cbb0abf-2602-4c2e-8366-b8dcc9ecae88	d9439739-a968-49bc-a16c-9309eefd9851	Farida Shaikh	Agent	Server room AC is off	f	2025-12-30 07:42:00.997607+00
d46f97b1-cff8-4c67-ae72-870a2f5a2d6d	b1c842bf-64e3-4744-afb7-59ab70961b42	Rohit Pawar	Support	Meeting at 6	f	2025-12-30 12:40:00.050893+00
\.


--
-- Data for Name: contacts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.contacts (id, account_id, full_name, email, phone, role, is_primary, is_billing_contact, created_at) FROM stdin;
d8a0652c-e6c6-4693-a74f-8f4a300f9b19	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	Ayesha Mehta	ayesha.mehta1@example.in	9800056445	Manager	t	f	2025-11-30 08:30:00.821292+00
abd41962-9194-4942-8cdd-a1899007343c	1b8cb360-a563-4bb0-a210-b3c4ebb7d759	Priya Bhat	\N	9800067483	\N	t	f	2025-04-08 04:30:00.54886+00
70813ac3-3d54-41da-b2d7-c12d1422c444	0730fbf7-ef65-4143-a97f-940a17a7e9d9	Rajesh Bose	rajesh.bose3@example.in	9800011660	\N	t	f	2025-03-10 09:30:00.533858+00
b8e35a56-3170-4bb3-a6b6-e85bb101ce9b	cdd36e52-d21f-4bcb-baa9-4271506a05f9	Arun Patil	arun.patil4@example.in	9800050972	\N	t	f	2025-07-08 05:30:00.816926+00
177690d3-69bc-41c5-9cff-65d41a84f6be	cdd36e52-d21f-4bcb-baa9-4271506a05f9	Joseph Joshi	\N	9800053258	Owner	f	t	2025-07-09 05:30:00.816926+00
6d7a1943-4e26-45ee-8605-1c1242d9067c	09fe912a-de8b-4d2e-baa1-bea724de6b84	Divya Jain	divya.jain5@example.in	9800037304	Owner	t	f	2025-08-08 10:30:00.950475+00
56394c76-c3be-495c-8955-d8c67bb37c37	b7a254f5-10f0-492f-8185-fabc40699299	Meena Kulkarni	meena.kulkarni6@example.in	9800062011	\N	t	f	2025-05-29 09:30:00.95568+00
\.


--
-- Data for Name: customer_notes; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.customer_notes (id, customer_id, agent_id, note, is_pinned, created_at) FROM stdin;
f79846fb-a0e4-4cf4-987a-78ab8f391a00	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	b1c842bf-64e3-4744-afb7-59ab70961b42	Not in AMC, tell before the visit.	f	2025-12-26 10:30:00.801564+00
a857a9ab-15e2-4180-baf8-ee76dd48e6ea	09fe912a-de8b-4d2e-baa1-bea724de6b84	37bdb237-ad7c-4695-97b3-3263487af13f	Prefers visits on Saturday	f	2025-12-29 07:14:00.485434+00
\.


--
-- Data for Name: customers; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.customers (id, company_name, tally_license, tally_serial_no, api_key, amc_expiry_date, tss_expiry_date, contact_person, contact_phone, contact_email, created_at, accountant_name, accountant_phone, accountant_email, tally_customizations, secret_email, auth_user_id, password, contact_phone_numbers, pinned_note) FROM stdin;
0730fbf7-ef65-4143-a97f-940a17a7e9d9	Patel & Sons	Gold	747752962	sample-key-003-aa2a67	2025-06-14	2025-12-11	Rajesh Bose	9800038303	rajesh.bose3@example.in	2025-03-10 09:30:00.533858+00	Arun D'Souza	9800039303	arun.dsouza3@example.in	\N	\N	\N	sample-not-a-real-hash	{9800076863}	\N
1b8cb360-a563-4bb0-a210-b3c4ebb7d759	Shree Ganesh Textiles Pvt Ltd	Gold	755295659	sample-key-002-0b0562	2026-05-11	2026-02-14	Priya Bhat	9800047341	priya.bhat2@example.in	2025-04-08 04:30:00.54886+00	Gurpreet Verma	9800047009	gurpreet.verma2@example.in	\N	owner2.private@example.in	\N	sample-not-a-real-hash	{9800015133}	\N
b7a254f5-10f0-492f-8185-fabc40699299	Mehta Steel Industries	Silver	762141857	sample-key-006-ac57d3	2026-01-25	2025-12-28	Meena Kulkarni	9800075644	meena.kulkarni6@example.in	2025-05-29 09:30:00.95568+00	\N		\N	\N	\N	\N	\N	\N	
cdd36e52-d21f-4bcb-baa9-4271506a05f9	Deccan Auto Components	Silver	740394564	sample-key-004-54348c	\N	2026-01-10	Arun Patil	9800027126	arun.patil4@example.in	2025-07-08 05:30:00.816926+00	\N		\N	\N	\N	427e7f6c-db8c-49a9-9839-734d77868ad6	sample-not-a-real-hash	{9800067177,"020 29242305"}	\N
09fe912a-de8b-4d2e-baa1-bea724de6b84	Sai Pharma Distributors	Auditor	718310513	sample-key-005-10a664	2026-10-27	2026-08-28	Divya Jain	9800062380	divya.jain5@example.in	2025-08-08 10:30:00.950475+00	Vikram Verma	9800043267	vikram.verma5@example.in	[{"name": "Cheque print TDL", "since": "2024-04"}]	owner5.private@example.in	4315a3a8-e236-4d96-b357-02b51ac52e96	\N	{9800014902,"020 27289162"}	\N
fc5dfb67-bdbd-4101-88f2-2a1017bcf741	Sharma Traders	Prime Server	778045781	sample-key-001-de71ff	2026-08-02	2026-04-30	Ayesha Mehta	9800077422	ayesha.mehta1@example.in	2025-11-30 08:30:00.821292+00	Shweta Shah	9800054452	shweta.shah1@example.in	\N	\N	e9234543-f399-47f8-94f4-5c1bf6a65a6a	\N	{}	Call only after 4 pm
\.


--
-- Data for Name: deals; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.deals (id, customer_id, title, stage, value, description, assigned_to, expected_close_date, created_at) FROM stdin;
ba53f09c-8fed-4d60-962e-5069cdbe78c4	cdd36e52-d21f-4bcb-baa9-4271506a05f9	Tally on cloud, 5 users	won	163200.00	Renews every year	\N	2025-07-29	2025-12-26 11:35:00.690423+00
322ac2a2-edab-4375-9f8c-e9a8b4bfcd22	0730fbf7-ef65-4143-a97f-940a17a7e9d9	AMC renewal	new	80900.00		5f030e12-5819-4358-9546-861fae4e2ce4	2026-04-16	2025-12-28 05:28:00.613547+00
477d4f36-ef45-45ac-b37f-2506deed9466	09fe912a-de8b-4d2e-baa1-bea724de6b84	TSS renewal	won	124700.00	Wants EMI	5f030e12-5819-4358-9546-861fae4e2ce4	2025-09-23	2025-12-29 11:45:00.87575+00
\.


--
-- Data for Name: leads; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.leads (id, company_name, status, amount, created_at) FROM stdin;
f24aa519-c39c-45c9-8f0d-6393a9d5d2b4	Gupta Industries	contacted	19000.00	2025-12-30 14:00:00+00
\.


--
-- Data for Name: moderators; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.moderators (id, username, password, full_name, role, created_at, is_active, auth_user_id) FROM stdin;
93ccafba-c8b3-4b4a-9388-5aa872e4388b	mod.night	sample-not-a-real-hash	Kiran Sawant	Moderator	2025-07-30 18:30:00+00	t	\N
\.


--
-- Data for Name: notifications; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.notifications (id, user_id, type, title, message, link, is_read, created_at) FROM stdin;
ad32f000-0b4c-4da2-9e78-74fcb672310a	37bdb237-ad7c-4695-97b3-3263487af13f	assignment	Ticket assigned	Printer prints blank pages from Tally	/tickets/5cc2460d-b159-4b9f-a143-87f0163c314d	f	2025-12-26 11:50:00.794013+00
53db6dda-cab2-4031-86db-54c3c6c9fceb	b1c842bf-64e3-4744-afb7-59ab70961b42	comment	New reply	Data corrupted after power cut	/tickets/6b54f3a4-1eb9-4b38-a98a-fc62da05d441	t	2025-12-29 11:12:00.623202+00
d0dd1aa0-5cc5-460b-a97e-e68fedec6b72	37bdb237-ad7c-4695-97b3-3263487af13f	assignment	Ticket assigned	GSTR-1 summary does not match the books	/tickets/23a65553-cfc2-428b-9692-2cd701bfeba9	f	2025-12-30 14:00:00+00
\.


--
-- Data for Name: service_reports; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.service_reports (id, ticket_id, agent_id, solution_provided, time_spent_minutes, parts_used, remarks, customer_signature_url, agent_signature_url, created_at, updated_at) FROM stdin;
5f93ecf6-5c92-4aaa-b504-5b2748a479a8	31305bca-78bf-46db-8040-61beb94d5156	37bdb237-ad7c-4695-97b3-3263487af13f	Data rewritten, balances verified.	82	\N	\N	\N	\N	2025-12-29 13:29:32.288964+00	2025-12-29 13:29:32.288964+00
dda3a854-c829-4dc0-8195-d4842ecb8531	a712ee0e-d136-47cf-a7bb-58aefb90da54	b1c842bf-64e3-4744-afb7-59ab70961b42	Firewall rule added on server.	256	\N	\N	\N	\N	2025-12-31 10:54:42.963723+00	2025-12-31 10:54:42.963723+00
b7bc6b9f-042b-42ca-aadb-125e7b2632f5	5be588a8-acbd-43a3-aeed-6b4430cbf2a8	d9439739-a968-49bc-a16c-9309eefd9851	Printer driver and page size set.	202	Pen drive 32 GB	Customer satisfied	https://files.example.in/sig/5125.png	\N	2025-12-31 11:43:10.924093+00	2025-12-31 11:43:10.924093+00
\.


--
-- Data for Name: ticket_comments; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ticket_comments (id, ticket_id, author, body, internal, created_at) FROM stdin;
6ca12005-fdd2-4411-8a1d-a01ff70a5f92	31305bca-78bf-46db-8040-61beb94d5156	Snehal Deshpande	Customer's serial is of another partner, check with sales.	t	2025-12-29 13:08:57.36752+00
57980b67-6485-4d4d-9acf-57ca5b7ed7ea	61c99c03-517d-4b70-9145-efdb5c13266e	Rohit Pawar	Payment of last bill is pending.	t	2025-12-31 09:13:13.49303+00
\.


--
-- Data for Name: ticket_remarks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ticket_remarks (id, ticket_id, agent_id, remark, stage, created_at, updated_at, customer_id, remark_type, voice_url, duration_seconds) FROM stdin;
8c2e76c2-543c-4669-b266-f96ccef93bcb	81fd3e0a-0f3f-4f7b-85be-a3e1ac3e5097	b1c842bf-64e3-4744-afb7-59ab70961b42	Connected remotely, taking a backup first.	open	2025-12-26 06:07:13.866624+00	2025-12-26 06:07:13.866624+00	\N	text	\N	\N
88fc9120-2d8f-4cc0-ab1a-b5f2fa3c1e7c	fca36e06-7b04-4c62-bf22-94d7042eb1dd	b1c842bf-64e3-4744-afb7-59ab70961b42	Namaste, we are on it. Please send a screenshot.	open	2025-12-26 08:06:34.298082+00	2025-12-26 08:06:34.298082+00	\N	text	\N	\N
8074c97c-f89c-4f1e-907c-01e72cd5661c	fe3d4672-b902-4385-93f9-fcdd1b1f7666	d9439739-a968-49bc-a16c-9309eefd9851	Called the customer, looking into it on AnyDesk.	open	2025-12-26 08:30:41.881026+00	2025-12-26 08:30:41.881026+00	\N	text	\N	\N
fef68179-f5d8-4708-95ff-bbbe1ebdde8c	81fd3e0a-0f3f-4f7b-85be-a3e1ac3e5097	b1c842bf-64e3-4744-afb7-59ab70961b42	Please send the OTP of the GST portal.	waiting	2025-12-26 08:36:50.302359+00	2025-12-26 08:36:50.302359+00	\N	text	\N	\N
10b8d871-6c82-40c4-b37f-243b353af234	fe3d4672-b902-4385-93f9-fcdd1b1f7666	d9439739-a968-49bc-a16c-9309eefd9851	Please send the OTP of the GST portal.	waiting	2025-12-26 08:44:12.620812+00	2025-12-26 08:44:12.620812+00	\N	text	\N	\N
5bed677b-c05a-49b4-a605-86d047ca47e3	23a65553-cfc2-428b-9692-2cd701bfeba9	b1c842bf-64e3-4744-afb7-59ab70961b42	Please share the company data backup.	open	2025-12-26 10:31:56.500342+00	2025-12-26 10:31:56.500342+00	\N	text	\N	\N
9f551fed-947d-4c3a-bb7e-5082df1c0f4a	23a65553-cfc2-428b-9692-2cd701bfeba9	b1c842bf-64e3-4744-afb7-59ab70961b42	Waiting for the portal, GST site is slow today.	progress	2025-12-26 11:37:39.199951+00	2025-12-26 11:37:39.199951+00	\N	text	\N	\N
5ccb7682-5095-42b0-a69c-c8e6cf5a5d76	fca36e06-7b04-4c62-bf22-94d7042eb1dd	b1c842bf-64e3-4744-afb7-59ab70961b42	Issue solved, please close.	resolved	2025-12-27 10:00:12.02414+00	2025-12-27 10:00:12.02414+00	\N	text	\N	\N
05d54664-7890-4a3e-9c61-ffc6c9c5f395	274faf75-7367-4590-9240-d9b732abb717	d9439739-a968-49bc-a16c-9309eefd9851	Kindly do not enter new vouchers till we confirm.	open	2025-12-29 05:03:51.916789+00	2025-12-29 05:03:51.916789+00	\N	text	\N	\N
f42dcc47-f556-4c63-9cc3-5634602820c0	5cc2460d-b159-4b9f-a143-87f0163c314d	b1c842bf-64e3-4744-afb7-59ab70961b42	Connected remotely, taking a backup first.	open	2025-12-29 06:12:58.196991+00	2025-12-29 06:12:58.196991+00	\N	text	\N	\N
b78da9d6-f202-4232-a143-eb6820a3727e	5cc2460d-b159-4b9f-a143-87f0163c314d	b1c842bf-64e3-4744-afb7-59ab70961b42	Please confirm a time when users are out.	waiting	2025-12-29 06:32:40.230925+00	2025-12-29 06:32:40.230925+00	\N	text	\N	\N
8ca63ad7-5242-4a5b-885f-cf5bac85b550	5cc2460d-b159-4b9f-a143-87f0163c314d	\N	Backup uploaded.	\N	2025-12-29 08:19:40.573842+00	2025-12-29 08:19:40.573842+00	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	text	\N	\N
7de684ef-6e4e-44ed-b3fd-6b06da3518a9	5cc2460d-b159-4b9f-a143-87f0163c314d	b1c842bf-64e3-4744-afb7-59ab70961b42	Need the data backup from your side.	waiting	2025-12-29 08:44:30.861868+00	2025-12-29 08:44:30.861868+00	\N	text	\N	\N
663addac-1b87-40fc-8294-d2c177923a4a	31305bca-78bf-46db-8040-61beb94d5156	37bdb237-ad7c-4695-97b3-3263487af13f	Noted, checking. Please keep AnyDesk open.	open	2025-12-29 13:02:00.541419+00	2025-12-29 13:02:00.541419+00	\N	text	\N	\N
88d986b5-a244-4c5d-92a8-98d1627fbe50	274faf75-7367-4590-9240-d9b732abb717	d9439739-a968-49bc-a16c-9309eefd9851	Please confirm a time when users are out.	waiting	2025-12-30 05:07:10.806334+00	2025-12-30 05:07:10.806334+00	\N	text	\N	\N
8b1864cb-24a5-4c41-961d-083bd5248965	6b54f3a4-1eb9-4b38-a98a-fc62da05d441	b1c842bf-64e3-4744-afb7-59ab70961b42	Checked on phone, needs a remote session.	open	2025-12-30 06:17:32.939898+00	2025-12-30 06:17:32.939898+00	\N	text	\N	\N
91db07c2-07b7-49a9-8678-9998095b2d04	6b54f3a4-1eb9-4b38-a98a-fc62da05d441	b1c842bf-64e3-4744-afb7-59ab70961b42	Issue solved, please close.	resolved	2025-12-30 07:24:33.577603+00	2025-12-30 07:24:33.577603+00	\N	text	\N	\N
8deab36c-688f-4125-b747-7979b4a58361	274faf75-7367-4590-9240-d9b732abb717	\N	\N	\N	2025-12-30 11:14:20.817444+00	2025-12-30 11:14:20.817444+00	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	voice	https://files.example.in/v/21777.m4a	34
f53948ab-5459-47ec-9d69-0e0640687d12	89b616e1-cb08-42fb-9156-317896deeb7d	b1c842bf-64e3-4744-afb7-59ab70961b42	Noted, checking. Please keep AnyDesk open.	open	2025-12-30 12:31:37.180104+00	2025-12-30 12:31:37.180104+00	\N	text	\N	\N
a519a83f-ae4e-4af9-a82a-1c1c128119eb	89b616e1-cb08-42fb-9156-317896deeb7d	b1c842bf-64e3-4744-afb7-59ab70961b42	Resolved, customer confirmed on phone.	resolved	2025-12-31 04:53:36.276611+00	2025-12-31 04:53:36.276611+00	\N	text	\N	\N
f5a9ce9a-1b5c-4beb-a5b9-eb48cef664ea	35f694d1-201a-4e64-a8b0-009e96c2a59e	b1c842bf-64e3-4744-afb7-59ab70961b42	Thank you, we can see the same error here.	open	2025-12-31 05:21:52.363484+00	2025-12-31 05:21:52.363484+00	\N	text	\N	\N
64e56f5b-6a9e-4685-92bb-41556fe4ad00	5be588a8-acbd-43a3-aeed-6b4430cbf2a8	d9439739-a968-49bc-a16c-9309eefd9851	नमस्ते, हम देख रहे हैं।	open	2025-12-31 07:02:19.82414+00	2025-12-31 07:02:19.82414+00	\N	text	\N	\N
1c05f374-d5fe-4be5-a419-856dbc41e993	765997d1-f153-4364-bee3-392c7fbc099a	b1c842bf-64e3-4744-afb7-59ab70961b42	नमस्ते, हम देख रहे हैं।	open	2025-12-31 07:42:14.542947+00	2025-12-31 07:42:14.542947+00	\N	text	\N	\N
c1bb1a11-cd74-439f-a3e5-4c47362000a3	5cc2460d-b159-4b9f-a143-87f0163c314d	\N	हो गया, धन्यवाद	\N	2025-12-31 07:51:35.07877+00	2025-12-31 07:51:35.07877+00	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	text	\N	\N
321515a3-1f9d-4c99-bd64-a08b6ba26e6e	5cc2460d-b159-4b9f-a143-87f0163c314d	b1c842bf-64e3-4744-afb7-59ab70961b42	Resolved, customer confirmed on phone.	resolved	2025-12-31 08:16:30.357685+00	2025-12-31 08:16:30.357685+00	\N	text	\N	\N
458afd25-1e38-49bd-a8a9-64036c49c5b5	61c99c03-517d-4b70-9145-efdb5c13266e	b1c842bf-64e3-4744-afb7-59ab70961b42	Thank you, we can see the same error here.	open	2025-12-31 09:07:44.267298+00	2025-12-31 09:07:44.267298+00	\N	text	\N	\N
801b534e-3223-47bd-8df0-863216fd4045	61c99c03-517d-4b70-9145-efdb5c13266e	b1c842bf-64e3-4744-afb7-59ab70961b42	Kindly send the bank's format file.	waiting	2025-12-31 09:13:19.129243+00	2025-12-31 09:13:19.129243+00	\N	text	\N	\N
ca7935b3-b1c5-4e7c-b745-a7b25c706f7f	a712ee0e-d136-47cf-a7bb-58aefb90da54	b1c842bf-64e3-4744-afb7-59ab70961b42	Connected remotely, taking a backup first.	open	2025-12-31 09:43:57.643335+00	2025-12-31 09:43:57.643335+00	\N	text	\N	\N
225a96cb-f7c9-4342-9295-64db00ba2a46	5be588a8-acbd-43a3-aeed-6b4430cbf2a8	d9439739-a968-49bc-a16c-9309eefd9851	Done and tested with a sample invoice.	resolved	2025-12-31 11:42:40.819116+00	2025-12-31 11:42:40.819116+00	\N	text	\N	\N
8d181c13-c791-4b88-a194-2ec88356efa3	765997d1-f153-4364-bee3-392c7fbc099a	b1c842bf-64e3-4744-afb7-59ab70961b42	Please confirm a time when users are out.	waiting	2025-12-31 12:32:26.2036+00	2025-12-31 12:32:26.2036+00	\N	text	\N	\N
\.


--
-- Data for Name: tickets; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tickets (id, customer_id, client_ticket_uuid, created_by, title, description, category, priority, status, assigned_to, sla_due, created_at, updated_at, billed_at, bill_amount, first_assigned_to, assignment_history, task_status, completed_at) FROM stdin;
fe3d4672-b902-4385-93f9-fcdd1b1f7666	0730fbf7-ef65-4143-a97f-940a17a7e9d9	\N	0730fbf7-ef65-4143-a97f-940a17a7e9d9	e-Way bill distance not accepted	Part B is rejected for V.K. Suppliers, distance 31 km.	Technical	Medium	Resolved	d9439739-a968-49bc-a16c-9309eefd9851	\N	2025-12-26 05:36:27.328781+00	2025-12-27 12:17:04.953+00	\N	\N	d9439739-a968-49bc-a16c-9309eefd9851	[{"to": "d9439739-a968-49bc-a16c-9309eefd9851", "from": null, "note": "You know this customer", "completed": false, "assigned_at": "2025-12-26T07:46:11.99181+00:00", "assigned_by": "37bdb237-ad7c-4695-97b3-3263487af13f"}]	in_progress	\N
81fd3e0a-0f3f-4f7b-85be-a3e1ac3e5097	b7a254f5-10f0-492f-8185-fabc40699299	9745af8d-a0ce-429d-9ed7-cbe36e97f894	Rekha	New server, shift Tally data	Windows Server installed, 31 users to be connected.	Hardware	High	Resolved	b1c842bf-64e3-4744-afb7-59ab70961b42	\N	2025-12-26 05:42:35.265016+00	2025-12-27 16:23:55.549+00	\N	\N	b1c842bf-64e3-4744-afb7-59ab70961b42	[{"to": "b1c842bf-64e3-4744-afb7-59ab70961b42", "from": null, "note": null, "completed": false, "assigned_at": "2025-12-26T05:56:32.781868+00:00", "assigned_by": "b1c842bf-64e3-4744-afb7-59ab70961b42"}]	in_progress	\N
fca36e06-7b04-4c62-bf22-94d7042eb1dd	1b8cb360-a563-4bb0-a210-b3c4ebb7d759	\N	1b8cb360-a563-4bb0-a210-b3c4ebb7d759	Invoice printing cuts last line	Dot matrix, 10x12 paper, page 37 only.	Hardware	\N	Closed	b1c842bf-64e3-4744-afb7-59ab70961b42	\N	2025-12-26 07:08:14.637855+00	2025-12-29 12:39:59.966+00	\N	17700.00	b1c842bf-64e3-4744-afb7-59ab70961b42	[{"to": "b1c842bf-64e3-4744-afb7-59ab70961b42", "from": null, "note": "", "completed": false, "assigned_at": "2025-12-26T07:20:31.12784+00:00", "assigned_by": "37bdb237-ad7c-4695-97b3-3263487af13f"}]	in_progress	\N
23a65553-cfc2-428b-9692-2cd701bfeba9	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	\N	d9439739-a968-49bc-a16c-9309eefd9851	GSTR-1 summary does not match the books	B2B section shows 39 vouchers less than the sales register. Please check before the 11th.	Technical	Urgent	Closed	b1c842bf-64e3-4744-afb7-59ab70961b42	\N	2025-12-26 09:48:27.141+00	2025-12-30 14:28:09.36+00	\N	\N	b1c842bf-64e3-4744-afb7-59ab70961b42	[{"to": "b1c842bf-64e3-4744-afb7-59ab70961b42", "from": null, "note": null, "completed": true, "assigned_at": "2025-12-26T10:17:01.405199+00:00", "assigned_by": "b1c842bf-64e3-4744-afb7-59ab70961b42", "completed_at": "2025-12-26T12:15:48.647284+00:00", "completed_by": "b1c842bf-64e3-4744-afb7-59ab70961b42"}]	completed	\N
274faf75-7367-4590-9240-d9b732abb717	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	fc31c752-8790-45df-9b7e-2befa98675c2	Bharti	TDL customisation not loading	Invoice format TDL shows license error after updating to TallyPrime 6.0.	Software	Low	In Progress	d9439739-a968-49bc-a16c-9309eefd9851	\N	2025-12-27 11:33:57.137089+00	2025-12-30 16:58:54.44+00	\N	\N	d9439739-a968-49bc-a16c-9309eefd9851	[{"to": "d9439739-a968-49bc-a16c-9309eefd9851", "from": null, "note": null, "completed": false, "assigned_at": "2025-12-27T12:38:32.637926+00:00", "assigned_by": "d9439739-a968-49bc-a16c-9309eefd9851"}]	in_progress	\N
5cc2460d-b159-4b9f-a143-87f0163c314d	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	\N	b1c842bf-64e3-4744-afb7-59ab70961b42	Printer prints blank pages from Tally	Other software prints well. Happens with TallyPrime 6.2.	Hardware	Medium	BillProcessed	b1c842bf-64e3-4744-afb7-59ab70961b42	\N	2025-12-29 03:41:09.341+00	2025-12-31 18:06:26.464+00	\N	1222.81	b1c842bf-64e3-4744-afb7-59ab70961b42	[{"to": "b1c842bf-64e3-4744-afb7-59ab70961b42", "from": null, "note": null, "completed": false, "assigned_at": "2025-12-29T05:01:45.308533+00:00", "assigned_by": "b1c842bf-64e3-4744-afb7-59ab70961b42"}]	in_progress	\N
31305bca-78bf-46db-8040-61beb94d5156	1b8cb360-a563-4bb0-a210-b3c4ebb7d759	\N	37bdb237-ad7c-4695-97b3-3263487af13f	Training for new accountant	New joiner needs two hours on GST entries.	General	High	Resolved	37bdb237-ad7c-4695-97b3-3263487af13f	\N	2025-12-29 11:01:29.31+00	2025-12-29 18:59:52.46+00	\N	\N	37bdb237-ad7c-4695-97b3-3263487af13f	[{"to": "37bdb237-ad7c-4695-97b3-3263487af13f", "from": null, "note": null, "completed": false, "assigned_at": "2025-12-29T12:24:27.589557+00:00", "assigned_by": "37bdb237-ad7c-4695-97b3-3263487af13f"}]	in_progress	\N
89b616e1-cb08-42fb-9156-317896deeb7d	cdd36e52-d21f-4bcb-baa9-4271506a05f9	3da78f5c-c520-42f3-ab7e-3e6ff36a744b	Counter 1	Tally very slow on multi user	Server PC is fine, but 18 clients take a minute to open Day Book.	Technical	\N	BillProcessed	b1c842bf-64e3-4744-afb7-59ab70961b42	\N	2025-12-30 05:34:16.81316+00	2025-12-31 11:48:44.212+00	\N	1180.00	b1c842bf-64e3-4744-afb7-59ab70961b42	[{"to": "b1c842bf-64e3-4744-afb7-59ab70961b42", "from": null, "note": null, "completed": false, "assigned_at": "2025-12-30T10:06:36.089645+00:00", "assigned_by": "37bdb237-ad7c-4695-97b3-3263487af13f"}]	in_progress	\N
6b54f3a4-1eb9-4b38-a98a-fc62da05d441	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	\N	37bdb237-ad7c-4695-97b3-3263487af13f	Data corrupted after power cut	UPS failed while posting. Please run a rewrite, 59 vouchers entered today.	Technical	Urgent	Resolved	b1c842bf-64e3-4744-afb7-59ab70961b42	\N	2025-12-30 05:59:13.116+00	2025-12-30 12:55:23.405+00	\N	\N	b1c842bf-64e3-4744-afb7-59ab70961b42	[{"to": "b1c842bf-64e3-4744-afb7-59ab70961b42", "from": null, "note": "You know this customer", "completed": false, "assigned_at": "2025-12-30T06:08:01.229966+00:00", "assigned_by": "37bdb237-ad7c-4695-97b3-3263487af13f"}]	in_progress	\N
a712ee0e-d136-47cf-a7bb-58aefb90da54	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	\N	d9439739-a968-49bc-a16c-9309eefd9851	Barcode label alignment	Label TDL prints 2 mm to the left on the new roll.	Software	Low	BillProcessed	b1c842bf-64e3-4744-afb7-59ab70961b42	\N	2025-12-30 11:50:52.551+00	2025-12-31 18:23:15.685+00	\N	3540.00	b1c842bf-64e3-4744-afb7-59ab70961b42	[{"to": "b1c842bf-64e3-4744-afb7-59ab70961b42", "from": null, "note": null, "completed": false, "assigned_at": "2025-12-31T06:55:31.92192+00:00", "assigned_by": "b1c842bf-64e3-4744-afb7-59ab70961b42"}]	in_progress	\N
35f694d1-201a-4e64-a8b0-009e96c2a59e	1b8cb360-a563-4bb0-a210-b3c4ebb7d759	\N	9da70a4b-1c51-459c-bda8-0c046a899372	Surrender of license on old server	Old PC crashed, license to be moved to the new one.	Software	Medium	Resolved	b1c842bf-64e3-4744-afb7-59ab70961b42	\N	2025-12-31 03:46:58.687+00	2025-12-31 15:13:20.467+00	\N	\N	b1c842bf-64e3-4744-afb7-59ab70961b42	[{"to": "b1c842bf-64e3-4744-afb7-59ab70961b42", "from": null, "note": null, "completed": false, "assigned_at": "2025-12-31T04:55:41.607831+00:00", "assigned_by": "b1c842bf-64e3-4744-afb7-59ab70961b42"}]	in_progress	\N
5be588a8-acbd-43a3-aeed-6b4430cbf2a8	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	\N	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	Payroll: PF and ESI calculation	Employer PF for 14 employees is taken on the old wage limit.	General	High	Resolved	d9439739-a968-49bc-a16c-9309eefd9851	\N	2025-12-31 05:53:23.955793+00	2025-12-31 17:13:29.145+00	\N	\N	d9439739-a968-49bc-a16c-9309eefd9851	[{"to": "d9439739-a968-49bc-a16c-9309eefd9851", "from": null, "note": null, "completed": true, "assigned_at": "2025-12-31T06:22:07.166791+00:00", "assigned_by": "d9439739-a968-49bc-a16c-9309eefd9851", "completed_at": "2025-12-31T11:43:30.861997+00:00", "completed_by": "d9439739-a968-49bc-a16c-9309eefd9851"}]	completed	\N
765997d1-f153-4364-bee3-392c7fbc099a	09fe912a-de8b-4d2e-baa1-bea724de6b84	\N	d9439739-a968-49bc-a16c-9309eefd9851	Invoice copy of last visit	Need the GST invoice of the last visit for input credit.	Billing	\N	Waiting for Customer	b1c842bf-64e3-4744-afb7-59ab70961b42	\N	2025-12-31 06:31:49.161+00	2025-12-31 18:02:56.611+00	\N	\N	b1c842bf-64e3-4744-afb7-59ab70961b42	[{"to": "b1c842bf-64e3-4744-afb7-59ab70961b42", "from": null, "note": "", "completed": false, "assigned_at": "2025-12-31T06:58:36.619243+00:00", "assigned_by": "37bdb237-ad7c-4695-97b3-3263487af13f"}]	in_progress	\N
61c99c03-517d-4b70-9145-efdb5c13266e	fc5dfb67-bdbd-4101-88f2-2a1017bcf741	4f23fd78-5dda-4d85-8ba5-2c441eac3de1	Rekha	Barcode label alignment	Label TDL prints 2 mm to the left on the new roll.	Software	Urgent	Waiting for Customer	b1c842bf-64e3-4744-afb7-59ab70961b42	\N	2025-12-31 08:49:43.683207+00	2025-12-31 14:43:48.935+00	\N	\N	b1c842bf-64e3-4744-afb7-59ab70961b42	[{"to": "b1c842bf-64e3-4744-afb7-59ab70961b42", "from": null, "note": null, "completed": false, "assigned_at": "2025-12-31T09:02:42.904557+00:00", "assigned_by": "b1c842bf-64e3-4744-afb7-59ab70961b42"}]	in_progress	\N
7489ce74-4f4f-41f4-8ec8-454bc9645e79	1b8cb360-a563-4bb0-a210-b3c4ebb7d759	6bf03735-cfc8-4dfc-a8af-fbdec847b967	Bharti	Tally very slow on multi user	Server PC is fine, but 46 clients take a minute to open Day Book.	Technical	Low	New	37bdb237-ad7c-4695-97b3-3263487af13f	\N	2025-12-31 10:00:21.423701+00	2025-12-31 11:35:16.951384+00	\N	\N	37bdb237-ad7c-4695-97b3-3263487af13f	[{"to": "37bdb237-ad7c-4695-97b3-3263487af13f", "from": null, "note": null, "completed": false, "assigned_at": "2025-12-31T11:35:16.951384+00:00", "assigned_by": "37bdb237-ad7c-4695-97b3-3263487af13f"}]	in_progress	\N
\.


--
-- Name: accountants accountants_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accountants
    ADD CONSTRAINT accountants_pkey PRIMARY KEY (id);


--
-- Name: accountants accountants_username_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accountants
    ADD CONSTRAINT accountants_username_key UNIQUE (username);


--
-- Name: activities activities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities
    ADD CONSTRAINT activities_pkey PRIMARY KEY (id);


--
-- Name: agents agents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agents
    ADD CONSTRAINT agents_pkey PRIMARY KEY (id);


--
-- Name: agents agents_username_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agents
    ADD CONSTRAINT agents_username_key UNIQUE (username);


--
-- Name: app_settings app_settings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.app_settings
    ADD CONSTRAINT app_settings_pkey PRIMARY KEY (id);


--
-- Name: app_settings app_settings_setting_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.app_settings
    ADD CONSTRAINT app_settings_setting_key_key UNIQUE (setting_key);


--
-- Name: articles articles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (id);


--
-- Name: audit_log audit_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);


--
-- Name: canned_responses canned_responses_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.canned_responses
    ADD CONSTRAINT canned_responses_pkey PRIMARY KEY (id);


--
-- Name: chat_messages chat_messages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.chat_messages
    ADD CONSTRAINT chat_messages_pkey PRIMARY KEY (id);


--
-- Name: contacts contacts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (id);


--
-- Name: customer_notes customer_notes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer_notes
    ADD CONSTRAINT customer_notes_pkey PRIMARY KEY (id);


--
-- Name: customers customers_api_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_api_key_key UNIQUE (api_key);


--
-- Name: customers customers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);


--
-- Name: deals deals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_pkey PRIMARY KEY (id);


--
-- Name: leads leads_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.leads
    ADD CONSTRAINT leads_pkey PRIMARY KEY (id);


--
-- Name: moderators moderators_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderators
    ADD CONSTRAINT moderators_pkey PRIMARY KEY (id);


--
-- Name: moderators moderators_username_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.moderators
    ADD CONSTRAINT moderators_username_key UNIQUE (username);


--
-- Name: notifications notifications_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_pkey PRIMARY KEY (id);


--
-- Name: service_reports service_reports_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.service_reports
    ADD CONSTRAINT service_reports_pkey PRIMARY KEY (id);


--
-- Name: ticket_comments ticket_comments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ticket_comments
    ADD CONSTRAINT ticket_comments_pkey PRIMARY KEY (id);


--
-- Name: ticket_remarks ticket_remarks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ticket_remarks
    ADD CONSTRAINT ticket_remarks_pkey PRIMARY KEY (id);


--
-- Name: tickets tickets_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_pkey PRIMARY KEY (id);


--
-- Name: tickets_status_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tickets_status_idx ON public.tickets USING btree (status);


--
-- Name: activities activities_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities
    ADD CONSTRAINT activities_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.customers(id) ON DELETE CASCADE;


--
-- Name: activities activities_agent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities
    ADD CONSTRAINT activities_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES public.agents(id) ON DELETE SET NULL;


--
-- Name: activities activities_contact_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.activities
    ADD CONSTRAINT activities_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.contacts(id) ON DELETE SET NULL;


--
-- Name: articles articles_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.agents(id);


--
-- Name: audit_log audit_log_ticket_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.tickets(id) ON DELETE SET NULL;


--
-- Name: canned_responses canned_responses_created_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.canned_responses
    ADD CONSTRAINT canned_responses_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.agents(id);


--
-- Name: contacts contacts_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.customers(id) ON DELETE CASCADE;


--
-- Name: customer_notes customer_notes_agent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer_notes
    ADD CONSTRAINT customer_notes_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES public.agents(id) ON DELETE SET NULL;


--
-- Name: customer_notes customer_notes_customer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.customer_notes
    ADD CONSTRAINT customer_notes_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) ON DELETE CASCADE;


--
-- Name: deals deals_assigned_to_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES public.agents(id);


--
-- Name: deals deals_customer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) ON DELETE CASCADE;


--
-- Name: notifications notifications_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notifications
    ADD CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.agents(id) ON DELETE CASCADE;


--
-- Name: service_reports service_reports_agent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.service_reports
    ADD CONSTRAINT service_reports_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES public.agents(id);


--
-- Name: service_reports service_reports_ticket_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.service_reports
    ADD CONSTRAINT service_reports_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.tickets(id) ON DELETE CASCADE;


--
-- Name: ticket_comments ticket_comments_ticket_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ticket_comments
    ADD CONSTRAINT ticket_comments_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.tickets(id) ON DELETE CASCADE;


--
-- Name: ticket_remarks ticket_remarks_agent_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ticket_remarks
    ADD CONSTRAINT ticket_remarks_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES public.agents(id);


--
-- Name: ticket_remarks ticket_remarks_ticket_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ticket_remarks
    ADD CONSTRAINT ticket_remarks_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.tickets(id) ON DELETE CASCADE;


--
-- Name: tickets tickets_assigned_to_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES public.agents(id);


--
-- Name: tickets tickets_customer_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) ON DELETE CASCADE;


--
-- Name: tickets tickets_first_assigned_to_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_first_assigned_to_fkey FOREIGN KEY (first_assigned_to) REFERENCES public.agents(id);


--
-- PostgreSQL database dump complete
--

\unrestrict sample

