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
-- Name: agents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.agents (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    username text NOT NULL,
    password text,
    full_name text,
    role text,
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
-- Name: customers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.customers (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    company_name text NOT NULL,
    tally_license text,
    tally_serial_no text,
    api_key text NOT NULL,
    amc_expiry_date date,
    tss_expiry_date date,
    contact_person text,
    contact_phone text,
    contact_email text,
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
    updated_at timestamp with time zone DEFAULT now()
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
    CONSTRAINT tickets_priority_check CHECK ((priority = ANY (ARRAY['Low'::text, 'Normal'::text, 'High'::text, 'Critical'::text]))),
    CONSTRAINT tickets_status_check CHECK ((status = ANY (ARRAY['New'::text, 'Open'::text, 'In Progress'::text, 'Waiting for Customer'::text, 'Resolved'::text, 'Closed'::text, 'Reopened'::text])))
);


--
-- Data for Name: agents; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.agents (id, username, password, full_name, role, created_at) FROM stdin;
d6926ce5-d8cc-4711-aee7-cc6b6cb0e370	vikas.admin	sample-not-a-real-hash	Vikas Kulkarni	Admin	2025-05-04 03:30:00.704045+00
ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	snehal	sample-not-a-real-hash	Snehal Deshpande	Support Head	2025-05-04 03:31:00.838373+00
7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	rohit	sample-not-a-real-hash	Rohit Pawar	Support	2025-05-04 03:32:00.589735+00
6ded2d7b-1671-4dc2-98bd-9dafe769ae39	farida	sample-not-a-real-hash	Farida Shaikh	Agent	2025-05-04 03:33:00.434701+00
906a3e2d-bfd2-4c40-a08a-c0b15ffc3edc	accounts	sample-not-a-real-hash	Mangesh Joshi	Accountant	2025-05-04 03:34:00.863425+00
\.


--
-- Data for Name: audit_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_log (id, ticket_id, action, payload, performed_by, created_at) FROM stdin;
a6a46928-5f0e-40e7-a3ce-27a613ab58dd	442ed7ad-d3eb-468c-a54b-e2f4a1c49760	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "6ded2d7b-1671-4dc2-98bd-9dafe769ae39", "performed_by_role": "Agent"}	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	2025-05-24 05:57:37.765768+00
432210f3-d0c7-43f5-85c4-8a7cf46a4ce4	442ed7ad-d3eb-468c-a54b-e2f4a1c49760	ticket_status_changed	{"to": "Closed", "from": "In Progress", "performed_by_id": "6ded2d7b-1671-4dc2-98bd-9dafe769ae39", "performed_by_role": "Agent"}	farida	2025-05-24 09:00:59.793103+00
77b14c03-315b-4716-9e7e-7702837abbec	1c862b2c-f037-402e-8f2b-808518b8d58e	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "6ded2d7b-1671-4dc2-98bd-9dafe769ae39", "performed_by_role": "Agent"}	farida	2025-05-26 07:37:06.825017+00
bff644f2-2ef7-4fdd-bc43-f615dae4a490	4bd90daf-faaa-441b-8ee8-cb72b72f26b9	ticket_status_changed	{"to": "Closed", "from": "New", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	rohit	2025-05-26 08:39:34.662043+00
4d28db57-f751-4a9d-b194-49cd17cdf27c	1c862b2c-f037-402e-8f2b-808518b8d58e	ticket_status_changed	{"to": "Closed", "from": "In Progress", "performed_by_id": "6ded2d7b-1671-4dc2-98bd-9dafe769ae39", "performed_by_role": "Agent"}	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	2025-05-26 09:05:12.742641+00
ad28748e-fbeb-46c2-ade7-4b3875161785	e983a122-f31a-4002-a008-33dfb1261fe6	ticket_created	{"title": "e-Payment file format for bank", "priority": "Critical", "client_ticket_uuid": "5fb4add8-7e28-42aa-ba2d-d36247f39103"}	ADMIN	2025-05-26 09:43:22.861381+00
49c1f353-8b03-4bfa-b994-2776040e4536	e983a122-f31a-4002-a008-33dfb1261fe6	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "6ded2d7b-1671-4dc2-98bd-9dafe769ae39", "performed_by_role": "Agent"}	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	2025-05-26 10:15:02.728986+00
fe2123a5-57e8-4313-b640-ef5c5fe8b482	e983a122-f31a-4002-a008-33dfb1261fe6	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "6ded2d7b-1671-4dc2-98bd-9dafe769ae39", "performed_by_role": "Agent"}	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	2025-05-26 11:04:30.752134+00
e7cc9b11-a1be-47bd-9aad-1b327bbd5188	50938883-3881-4286-8b3c-f99aa353c640	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "6ded2d7b-1671-4dc2-98bd-9dafe769ae39", "performed_by_role": "Agent"}	farida	2025-05-26 12:57:03.214196+00
217fd7ce-b038-4ee5-b8ed-b67fd3601a21	8bbc5e89-50d3-4632-a007-2d1b3d4cf90b	ticket_created	{"title": "Company data will not open", "priority": "Normal", "client_ticket_uuid": "adce54e9-ebf6-42cc-8d17-722355f6971e"}	Counter 1	2025-05-27 05:20:29.315895+00
746d9011-d851-4a2f-bee1-0ad5a2912c5e	8bbc5e89-50d3-4632-a007-2d1b3d4cf90b	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	2025-05-27 06:50:10.352303+00
fdad5a06-a3e2-42e4-924b-838e55d93e0c	4f3895a9-f29f-4a86-b301-1387d895a7c0	ticket_created	{"title": "HSN summary mismatch", "priority": "High", "client_ticket_uuid": "b4ce4a60-2ee0-481b-b182-d828fd2a1f64"}	Accounts	2025-05-27 07:35:55.564878+00
ee6759ae-3fea-46d6-886f-700323cc76a8	4f3895a9-f29f-4a86-b301-1387d895a7c0	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "ae38ee6a-58e2-4936-b81b-b1f18f4ae59c", "performed_by_role": "Support Head"}	ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	2025-05-27 08:15:06.574609+00
3985f4db-b0eb-4c09-a5e7-65ec84fa3700	4f3895a9-f29f-4a86-b301-1387d895a7c0	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "ae38ee6a-58e2-4936-b81b-b1f18f4ae59c", "performed_by_role": "Support Head"}	snehal	2025-05-27 09:35:09.195755+00
57107aaa-118f-4e8d-ad5a-e4cc3fcac12a	50938883-3881-4286-8b3c-f99aa353c640	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "6ded2d7b-1671-4dc2-98bd-9dafe769ae39", "performed_by_role": "Agent"}	farida	2025-05-27 11:09:45.191851+00
dd8a7de2-9b95-452a-ba8c-55d1ca0c829a	7698b22b-d964-4cd6-b01d-6b866771f9d8	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	2025-05-28 05:35:01.728019+00
5eb6170c-4fb4-4807-8857-973c5604448a	50938883-3881-4286-8b3c-f99aa353c640	ticket_status_changed	{"to": "In Progress", "from": "Waiting for Customer", "performed_by_id": "6ded2d7b-1671-4dc2-98bd-9dafe769ae39", "performed_by_role": "Agent"}	farida	2025-05-28 06:07:26.778601+00
2f73e013-6226-419f-ae16-e0a3923dd25c	7698b22b-d964-4cd6-b01d-6b866771f9d8	ticket_status_changed	{"to": "Closed", "from": "In Progress", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	2025-05-28 06:28:30.26338+00
2f825c8a-c60c-433c-8651-9995ac002028	8bbc5e89-50d3-4632-a007-2d1b3d4cf90b	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	2025-05-28 06:47:56.339543+00
6b8e8d12-1094-435b-a677-e84f968c9c32	23e84cad-2460-4595-8088-79d81f042ed6	ticket_status_changed	{"to": "Closed", "from": "New", "performed_by_id": "ae38ee6a-58e2-4936-b81b-b1f18f4ae59c", "performed_by_role": "Support Head"}	snehal	2025-05-28 08:10:05.309141+00
e2f16f4b-e5c8-49a8-9487-59bd93539b74	d9c8c750-060f-4521-8fa4-6eacc9ba35b9	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	2025-05-29 05:09:56.445854+00
70123cd5-2fe0-4f3b-b92d-c270d36a0c03	d9c8c750-060f-4521-8fa4-6eacc9ba35b9	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	2025-05-29 07:40:19.357021+00
6ea4de44-88b7-4676-870f-6b91ef27a7f3	4ce10232-ef8a-4a31-87ae-4d5a930a5b53	ticket_created	{"title": "License renewal not reflecting", "priority": "Normal", "client_ticket_uuid": "6a7ffec2-842c-48f9-b2fe-6a4b26aeb8ff"}	Counter 1	2025-05-30 04:41:29.201181+00
63bb7bb7-1da2-4e71-a5a3-2c8910fec4ff	50938883-3881-4286-8b3c-f99aa353c640	ticket_status_changed	{"to": "Closed", "from": "In Progress", "performed_by_id": "6ded2d7b-1671-4dc2-98bd-9dafe769ae39", "performed_by_role": "Agent"}	farida	2025-05-30 06:50:25.471644+00
6d68a94e-5f23-4dc9-b694-e21c644ddaab	da143a66-99b7-4450-8905-993262a23bda	ticket_created	{"title": "Restore of backup asked", "priority": "High", "client_ticket_uuid": "240a300d-ebac-43d5-8c77-05bcb6c4724d"}	Counter 1	2025-05-30 09:43:19.092959+00
4726bfb5-d06b-49a9-b66c-8ad0f895a630	ab31f948-638c-4012-93f2-4fdb9386bb76	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	rohit	2025-05-30 12:01:32.549137+00
b341c9d5-01cf-4d00-9fb5-7a10b2f6926f	da143a66-99b7-4450-8905-993262a23bda	ticket_status_changed	{"to": "Resolved", "from": "New", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	rohit	2025-05-30 12:05:37.943146+00
86be253a-f61c-4e22-9d4b-95c24067b7ce	ab31f948-638c-4012-93f2-4fdb9386bb76	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	rohit	2025-05-30 12:24:42.440543+00
41068a32-22fd-4c29-a1a0-4bd86ff25d21	51364cd7-2e72-45bd-baf0-ed2fe45fdb38	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	rohit	2025-05-31 05:23:24.692684+00
a8d4c5a2-e0d5-4b15-ae07-e00d68d0fad1	51364cd7-2e72-45bd-baf0-ed2fe45fdb38	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	2025-05-31 05:34:02.474567+00
0e018b08-29e0-45bf-ae77-c2834fb3f663	51364cd7-2e72-45bd-baf0-ed2fe45fdb38	ticket_status_changed	{"to": "In Progress", "from": "Waiting for Customer", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	rohit	2025-05-31 06:55:57.999583+00
500d4f04-65ee-4693-8f4a-e6d21e27174c	51364cd7-2e72-45bd-baf0-ed2fe45fdb38	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	2025-05-31 07:17:43.680553+00
d817e4aa-6f86-400f-9936-a10ef1811971	d9c8c750-060f-4521-8fa4-6eacc9ba35b9	ticket_status_changed	{"to": "In Progress", "from": "Resolved", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	rohit	2025-05-31 09:30:20.23377+00
b989b0be-97c9-4284-99eb-16a4eb5d8eba	d9c8c750-060f-4521-8fa4-6eacc9ba35b9	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "7108556a-66dc-45b4-a80a-f4e0ed6ef5e2", "performed_by_role": "Support"}	rohit	2025-05-31 10:36:43.16694+00
\.


--
-- Data for Name: customers; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.customers (id, company_name, tally_license, tally_serial_no, api_key, amc_expiry_date, tss_expiry_date, contact_person, contact_phone, contact_email, created_at) FROM stdin;
f7901d57-29bf-4513-9087-a4ca036fd2ed	Patel & Sons	Auditor	792974254	sample-key-003-c1b13f	2024-11-12	2025-05-11	Divya Reddy	9800037134	divya.reddy3@example.in	2024-06-17 06:30:00.125284+00
8af46169-4e3a-4dad-be94-ec448b4eef33	Sharma Traders	Gold	762876327	sample-key-001-8fe936	2025-12-31	2025-09-28	Priya More	9800059763	priya.more1@example.in	2024-10-08 09:30:00.33479+00
dc07a343-4d61-4d41-a12f-8b31092591d6	Sai Pharma Distributors	Rental	784906589	sample-key-005-0324b1	2026-03-27	2026-01-26	Ayesha Joshi	9800077854	ayesha.joshi5@example.in	2024-10-22 04:30:00.832176+00
c1b3fec9-4444-4b7d-8803-75005c90b9a3	Shree Ganesh Textiles Pvt Ltd	Auditor	724139201	sample-key-002-994192	2025-10-09	2025-07-15	Anjali Mehta	9800038942	anjali.mehta2@example.in	2025-03-09 07:30:00.712851+00
30fd6aff-3fdb-4aad-9c9a-7a9bc2ca4455	Deccan Auto Components	Auditor	750135665	sample-key-004-1e97da	\N	2025-06-10	Divya Nair	9800055456	divya.nair4@example.in	2025-03-19 08:30:00.594891+00
b069e2a5-14fe-4e37-8c08-9f6dc7c90ffc	Mehta Steel Industries	Silver	765887318	sample-key-006-59c3fd	2025-06-25	2025-05-28	Rekha Reddy	9800040245	rekha.reddy6@example.in	2025-03-31 06:30:00.33873+00
\.


--
-- Data for Name: service_reports; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.service_reports (id, ticket_id, agent_id, solution_provided, time_spent_minutes, parts_used, remarks, customer_signature_url, agent_signature_url, created_at, updated_at) FROM stdin;
547af8a2-600a-4fbe-92df-7308edfc1ccd	4bd90daf-faaa-441b-8ee8-cb72b72f26b9	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	Printer driver and page size set.	19	LAN cable 5 m	\N	\N	\N	2025-05-26 08:39:14.839978+00	2025-05-26 08:39:14.839978+00
2e912209-22e1-431e-8281-e14e4a86c3fe	7698b22b-d964-4cd6-b01d-6b866771f9d8	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	Printer driver and page size set.	45	LAN cable 5 m	\N	https://files.example.in/sig/9892.png	\N	2025-05-28 06:28:10.775636+00	2025-05-28 06:28:10.775636+00
660b3e46-3ca4-4370-b7dd-97488850d662	23e84cad-2460-4595-8088-79d81f042ed6	ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	Printer driver and page size set.	19	\N		https://files.example.in/sig/7031.png	\N	2025-05-28 08:09:45.689353+00	2025-05-28 08:09:45.689353+00
e53da4f3-e948-430f-83b7-db13f1f8cf7e	51364cd7-2e72-45bd-baf0-ed2fe45fdb38	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	Data rewritten, balances verified.	18		\N	https://files.example.in/sig/3863.png	\N	2025-05-31 07:17:23.180602+00	2025-05-31 07:17:23.180602+00
\.


--
-- Data for Name: ticket_comments; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ticket_comments (id, ticket_id, author, body, internal, created_at) FROM stdin;
dec676d7-d8a9-4439-a3b3-ff34bf0393bb	442ed7ad-d3eb-468c-a54b-e2f4a1c49760	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	Checked on phone, needs a remote session.	f	2025-05-24 05:53:17.299858+00
aedf5e56-7114-41e9-9899-6e8e6004e83f	4bd90daf-faaa-441b-8ee8-cb72b72f26b9	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	Done and tested with a sample invoice.	f	2025-05-26 08:38:44.62478+00
a7e7b099-47dc-46b1-9449-ca784224f924	1c862b2c-f037-402e-8f2b-808518b8d58e	Farida Shaikh	Explained to the accountant on phone.	f	2025-05-26 08:44:03.57042+00
1bc3c122-3ac3-47f0-bd5a-40748a1ede4f	e983a122-f31a-4002-a008-33dfb1261fe6	farida	Checked on phone, needs a remote session.	f	2025-05-26 10:13:55.46435+00
a4d78fb1-665d-4c86-bb60-6daee1ba4498	7698b22b-d964-4cd6-b01d-6b866771f9d8	Rohit Pawar	Please share the company data backup.	f	2025-05-28 05:30:15.160464+00
d0513e6e-8213-400e-a4a6-0ee06056630e	7698b22b-d964-4cd6-b01d-6b866771f9d8	Rohit Pawar	Asked Tally, SR raised.	t	2025-05-28 05:57:45.731298+00
ce9aa792-10de-4363-9ab9-4ee7a3f93548	50938883-3881-4286-8b3c-f99aa353c640	Anjali Mehta	OTP was wrong, sending again.	f	2025-05-28 06:01:50.422833+00
6906a5c9-9e02-4979-9f07-f43438133f38	23e84cad-2460-4595-8088-79d81f042ed6	ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	Kindly do not enter new vouchers till we confirm.	f	2025-05-28 07:32:39.518362+00
4b2653b5-9963-43c4-930c-b3880c65f09c	d9c8c750-060f-4521-8fa4-6eacc9ba35b9	Rohit Pawar	Received. Engineer will call within the hour.	f	2025-05-29 05:07:29.293227+00
bfa82798-e88f-4c8e-b91e-64acf20abf9c	4ce10232-ef8a-4a31-87ae-4d5a930a5b53	Snehal Deshpande	Noted, checking. Please keep AnyDesk open.	f	2025-05-30 05:44:32.208956+00
50367bcd-4efd-462c-8732-d3e40c8c9834	da143a66-99b7-4450-8905-993262a23bda	Rohit Pawar	Thank you, we can see the same error here.	f	2025-05-30 10:46:33.577042+00
dcc554a1-383e-4b23-bfd7-8dc28fde8e8c	51364cd7-2e72-45bd-baf0-ed2fe45fdb38	Anjali Mehta	Any update? It is urgent.	f	2025-05-31 06:43:28.083804+00
22e87db2-acb7-43ec-bc5b-a432ed232486	d9c8c750-060f-4521-8fa4-6eacc9ba35b9	Divya Reddy	Same error again, see screenshot.	f	2025-05-31 09:28:50.896246+00
\.


--
-- Data for Name: ticket_remarks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ticket_remarks (id, ticket_id, agent_id, remark, stage, created_at, updated_at) FROM stdin;
408661c4-9455-4f1c-99d0-239d726e7f13	4bd90daf-faaa-441b-8ee8-cb72b72f26b9	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	Namaste, we are on it. Please send a screenshot.	open	2025-05-26 05:57:21.295627+00	2025-05-26 05:57:21.295627+00
7ba4ea8b-0b79-437f-a558-45bf7c9fe99e	1c862b2c-f037-402e-8f2b-808518b8d58e	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	नमस्ते, हम देख रहे हैं।	open	2025-05-26 07:35:45.207622+00	2025-05-26 07:35:45.207622+00
009cf281-e836-4b0e-9a5c-6590b86e1a80	e983a122-f31a-4002-a008-33dfb1261fe6	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	Please confirm a time when users are out.	waiting	2025-05-26 11:04:00.503268+00	2025-05-26 11:04:00.503268+00
e2df480f-afca-4137-b1bc-49b1b120286a	50938883-3881-4286-8b3c-f99aa353c640	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	Namaste, we are on it. Please send a screenshot.	open	2025-05-26 12:51:36.98316+00	2025-05-26 12:51:36.98316+00
dffb52b1-ba65-4224-aa74-a1ec04831066	8bbc5e89-50d3-4632-a007-2d1b3d4cf90b	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	Noted, checking. Please keep AnyDesk open.	open	2025-05-27 06:46:15.015388+00	2025-05-27 06:46:15.015388+00
0f17d85b-7995-4777-80e8-a49b1a9fbcd9	4f3895a9-f29f-4a86-b301-1387d895a7c0	ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	Kindly do not enter new vouchers till we confirm.	open	2025-05-27 08:09:12.119477+00	2025-05-27 08:09:12.119477+00
3b25c199-97af-4902-9b91-a98a3f92c39d	4f3895a9-f29f-4a86-b301-1387d895a7c0	ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	Need the data backup from your side.	waiting	2025-05-27 09:34:39.877007+00	2025-05-27 09:34:39.877007+00
d3641cb1-07e1-4623-b825-0da57293f324	50938883-3881-4286-8b3c-f99aa353c640	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	Please ask your IT vendor to open the port.	waiting	2025-05-27 11:09:15.751619+00	2025-05-27 11:09:15.751619+00
63d48faa-f924-458d-822e-32e43f1f768c	ab31f948-638c-4012-93f2-4fdb9386bb76	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	नमस्ते, हम देख रहे हैं।	open	2025-05-30 12:00:55.491274+00	2025-05-30 12:00:55.491274+00
9f181b10-9984-4349-b743-dfb99b526242	ab31f948-638c-4012-93f2-4fdb9386bb76	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	Kindly send the bank's format file.	waiting	2025-05-30 12:24:12.713335+00	2025-05-30 12:24:12.713335+00
142549a6-7b85-4f81-a538-2929bbafc178	51364cd7-2e72-45bd-baf0-ed2fe45fdb38	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	Kindly do not enter new vouchers till we confirm.	open	2025-05-31 05:21:17.292079+00	2025-05-31 05:21:17.292079+00
d6f1d560-f698-4583-93b6-b13cab1c45d8	51364cd7-2e72-45bd-baf0-ed2fe45fdb38	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	Kindly send the bank's format file.	waiting	2025-05-31 05:33:32.176087+00	2025-05-31 05:33:32.176087+00
\.


--
-- Data for Name: tickets; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tickets (id, customer_id, client_ticket_uuid, created_by, title, description, category, priority, status, assigned_to, sla_due, created_at, updated_at) FROM stdin;
442ed7ad-d3eb-468c-a54b-e2f4a1c49760	b069e2a5-14fe-4e37-8c08-9f6dc7c90ffc	\N	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	New server, shift Tally data	Windows Server installed, 4 users to be connected.	Hardware	Normal	Closed	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	\N	2025-05-24 05:17:56.447+00	2025-05-24 14:30:57.894+00
4bd90daf-faaa-441b-8ee8-cb72b72f26b9	f7901d57-29bf-4513-9087-a4ca036fd2ed	\N	ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	User rights: hide cost price	Counter staff should not see purchase rates.	General	High	Closed	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	\N	2025-05-26 05:23:33.298+00	2025-05-26 14:09:33.949+00
1c862b2c-f037-402e-8f2b-808518b8d58e	8af46169-4e3a-4dad-be94-ec448b4eef33	\N	d6926ce5-d8cc-4711-aee7-cc6b6cb0e370	TSS charged twice	Two payments of Rs 57 were debited, one to be returned.	Billing	Normal	Closed	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	\N	2025-05-26 06:49:23.475+00	2025-05-26 14:35:12.567+00
e983a122-f31a-4002-a008-33dfb1261fe6	f7901d57-29bf-4513-9087-a4ca036fd2ed	5fb4add8-7e28-42aa-ba2d-d36247f39103	ADMIN	e-Payment file format for bank	Bank rejects the file, says length of IFSC is wrong.	General	Critical	Waiting for Customer	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	\N	2025-05-26 09:43:22.826319+00	2025-05-26 16:34:28.53+00
50938883-3881-4286-8b3c-f99aa353c640	c1b3fec9-4444-4b7d-8803-75005c90b9a3	\N	ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	WhatsApp invoice not sending	Balance is there, message stays in pending for Om Sai Agencies.	Software	Low	Closed	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	\N	2025-05-26 11:01:03.637+00	2025-05-30 12:20:25.225+00
8bbc5e89-50d3-4632-a007-2d1b3d4cf90b	f7901d57-29bf-4513-9087-a4ca036fd2ed	adce54e9-ebf6-42cc-8d17-722355f6971e	Counter 1	Company data will not open	Error: Internal error, contact Tally. Data folder 18. Last backup is a week old.	Technical	Normal	Resolved	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	\N	2025-05-27 05:20:29.29572+00	2025-05-28 12:17:53.996+00
4f3895a9-f29f-4a86-b301-1387d895a7c0	dc07a343-4d61-4d41-a12f-8b31092591d6	b4ce4a60-2ee0-481b-b182-d828fd2a1f64	Accounts	HSN summary mismatch	12 digit HSN shown twice in the HSN summary after the upgrade to TallyPrime 7.0.	Technical	High	Waiting for Customer	ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	\N	2025-05-27 07:35:55.543618+00	2025-05-27 15:05:07.815+00
7698b22b-d964-4cd6-b01d-6b866771f9d8	8af46169-4e3a-4dad-be94-ec448b4eef33	\N	d6926ce5-d8cc-4711-aee7-cc6b6cb0e370	Upgrade from Tally.ERP 9 to TallyPrime	Need migration of 53 companies to TallyPrime 7.0 on Saturday.	Software	Normal	Closed	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	\N	2025-05-27 12:57:55.24+00	2025-05-28 11:58:29.624+00
23e84cad-2460-4595-8088-79d81f042ed6	f7901d57-29bf-4513-9087-a4ca036fd2ed	\N	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	e-Invoice not generated, error 2150	Duplicate IRN error for invoice 30. Vehicle is waiting at the gate.	Technical	Critical	Closed	ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	\N	2025-05-28 06:56:43.722+00	2025-05-28 13:40:03.888+00
d9c8c750-060f-4521-8fa4-6eacc9ba35b9	f7901d57-29bf-4513-9087-a4ca036fd2ed	\N	ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	TSS charged twice	Two payments of Rs 59 were debited, one to be returned.	Billing	Low	Resolved	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	\N	2025-05-28 07:08:13.95+00	2025-05-31 16:06:42.014+00
4ce10232-ef8a-4a31-87ae-4d5a930a5b53	c1b3fec9-4444-4b7d-8803-75005c90b9a3	6a7ffec2-842c-48f9-b2fe-6a4b26aeb8ff	Counter 1	License renewal not reflecting	TSS renewed yesterday but F1 > About still shows expired.	Software	Normal	New	ae38ee6a-58e2-4936-b81b-b1f18f4ae59c	\N	2025-05-30 04:41:29.17255+00	2025-05-30 07:21:16.92079+00
da143a66-99b7-4450-8905-993262a23bda	8af46169-4e3a-4dad-be94-ec448b4eef33	240a300d-ebac-43d5-8c77-05bcb6c4724d	Counter 1	Restore of backup asked	Please restore last month's backup in a separate folder, 14 companies.	Software	High	Resolved	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	\N	2025-05-30 09:43:19.071476+00	2025-05-30 17:35:36.693+00
ab31f948-638c-4012-93f2-4fdb9386bb76	dc07a343-4d61-4d41-a12f-8b31092591d6	\N	6ded2d7b-1671-4dc2-98bd-9dafe769ae39	Tally very slow on multi user	Server PC is fine, but 33 clients take a minute to open Day Book.	Technical	Normal	Waiting for Customer	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	\N	2025-05-30 11:15:12.589+00	2025-05-30 17:54:41.936+00
51364cd7-2e72-45bd-baf0-ed2fe45fdb38	c1b3fec9-4444-4b7d-8803-75005c90b9a3	\N	d6926ce5-d8cc-4711-aee7-cc6b6cb0e370	Network drive for data not reachable	Z: drive asks for a password every morning.	Hardware	Critical	Resolved	7108556a-66dc-45b4-a80a-f4e0ed6ef5e2	\N	2025-05-31 04:50:02.567+00	2025-05-31 12:47:42.564+00
60db9e84-eae9-4d52-a619-97bc86bd49d7	c1b3fec9-4444-4b7d-8803-75005c90b9a3	\N	d6926ce5-d8cc-4711-aee7-cc6b6cb0e370	Payroll: PF and ESI calculation	Employer PF for 45 employees is taken on the old wage limit.	General	Low	New	\N	\N	2025-05-31 12:17:38.786+00	2025-05-31 12:17:38.786+00
\.


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
-- Name: audit_log audit_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);


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
-- Name: audit_log audit_log_ticket_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.tickets(id) ON DELETE SET NULL;


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
-- PostgreSQL database dump complete
--

\unrestrict sample

