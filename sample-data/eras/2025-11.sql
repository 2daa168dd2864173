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
    created_at timestamp with time zone DEFAULT now(),
    is_active boolean DEFAULT true
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
    created_at timestamp with time zone DEFAULT now(),
    accountant_name text,
    accountant_phone text,
    accountant_email text,
    tally_customizations jsonb,
    secret_email text
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
    billed_at timestamp with time zone,
    bill_amount numeric,
    first_assigned_to uuid,
    assignment_history jsonb,
    CONSTRAINT tickets_priority_check CHECK ((priority = ANY (ARRAY['Low'::text, 'Normal'::text, 'High'::text, 'Critical'::text]))),
    CONSTRAINT tickets_status_check CHECK ((status = ANY (ARRAY['New'::text, 'Open'::text, 'In Progress'::text, 'Waiting for Customer'::text, 'Resolved'::text, 'Closed'::text, 'Reopened'::text, 'BillRaised'::text, 'BillProcessed'::text])))
);


--
-- Data for Name: agents; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.agents (id, username, password, full_name, role, created_at, is_active) FROM stdin;
b680fd25-b29a-46a2-94e1-39c98fce4483	vikas.admin	sample-not-a-real-hash	Vikas Kulkarni	Admin	2025-11-04 03:30:00.589551+00	t
a9fac95e-6908-489e-8545-b4f49f6ce482	snehal	sample-not-a-real-hash	Snehal Deshpande	Support Head	2025-11-04 03:31:00.038828+00	t
7b3aa579-236e-453c-91fe-fd3213f62db3	rohit	sample-not-a-real-hash	Rohit Pawar	Support	2025-11-04 03:32:00.489333+00	t
a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	farida	sample-not-a-real-hash	Farida Shaikh	Agent	2025-11-04 03:33:00.783077+00	t
470acf3c-3adb-4c63-a219-abaaaaaca4c8	accounts	sample-not-a-real-hash	Mangesh Joshi	Accountant	2025-11-04 03:34:00.84274+00	t
\.


--
-- Data for Name: app_settings; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.app_settings (id, setting_key, setting_value, updated_by, updated_at) FROM stdin;
1e295265-94f7-4ac8-8ca5-f96832fb6f80	workflow_config	{"sla": {"low": 1440, "high": 180, "medium": 480, "normal": 480, "urgent": 60, "critical": 60}, "visible_statuses": ["New", "Open", "In Progress", "On Hold", "Waiting for Customer", "Resolved", "Closed", "BillRaised", "BillProcessed"]}	b680fd25-b29a-46a2-94e1-39c98fce4483	2025-11-26 11:11:00.761731+00
3bc78d51-81e4-4c5b-ae55-1b84fd3b6ecc	role_permissions	{"Sales": ["deals", "leads"], "Support": ["tickets"], "Accountant": ["bills", "reports"]}	\N	2025-11-25 06:36:00.651331+00
150df785-f98d-4f14-a86b-643dabfe77c6	enable_reports	{"enabled": true}	b680fd25-b29a-46a2-94e1-39c98fce4483	2025-11-25 09:37:00.662028+00
d44152ac-465b-4566-904c-3dd0f2a23d18	enable_chat	{"enabled": false}	\N	2025-11-29 14:00:00+00
85118517-b3b2-4d1d-9d68-288a4d028d65	enable_voice_remarks	true	\N	2025-11-28 07:02:00.83504+00
30a2c37d-8c61-4455-abb9-2c727024b9c1	company_profile	{"city": "Pune", "name": "Sample Tally Partner"}	\N	2025-11-29 14:00:00+00
81914d48-9e7d-497a-812a-b35ec836f266	bill_counter	1742	b680fd25-b29a-46a2-94e1-39c98fce4483	2025-11-26 04:31:00.788003+00
\.


--
-- Data for Name: audit_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_log (id, ticket_id, action, payload, performed_by, created_at) FROM stdin;
b0f16cbc-3a5b-47c4-a034-7403139b9400	2c61c22d-63e0-4c5d-815b-627ecfc9db63	ticket_created	{"title": "Invoice copy of last visit", "priority": "High", "client_ticket_uuid": "69d5738b-3c7d-4252-a596-e5f7ed97ce24"}	Bharti	2025-11-25 04:20:34.790031+00
8df9a896-22a3-45fc-87e1-a0cb42b705b0	2c61c22d-63e0-4c5d-815b-627ecfc9db63	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	2025-11-25 06:08:21.030896+00
294289ed-4e01-498e-bd64-623e669284a4	2c61c22d-63e0-4c5d-815b-627ecfc9db63	ticket_resolved_bill_raised	{"amount": 1770.00, "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe"}	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	2025-11-25 07:06:37.826329+00
9b61213e-8b36-4bf8-ba70-a4568629b1ac	9009b1fe-7190-4427-8321-261937180882	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	farida	2025-11-25 13:17:18.743769+00
b5dbb02b-813b-4f28-ace7-bd5095e7b828	288d8db7-792e-47a0-a5a9-8ab9fb07f4f2	ticket_created	{"title": "Stock valuation FIFO vs average", "priority": "Critical", "client_ticket_uuid": "b57ad97d-a6d0-4715-8feb-375e5ca6546c"}	api	2025-11-26 10:47:15.576342+00
c8db736a-b1f2-4100-9b7d-a341d47d2788	288d8db7-792e-47a0-a5a9-8ab9fb07f4f2	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	farida	2025-11-26 11:08:24.025185+00
a8d68660-9b5b-4c28-82cb-5e073b00ebfe	97328dca-b17a-4f5a-bf3d-57a1a1ff1f55	ticket_created	{"title": "Training for new accountant", "priority": "Low", "client_ticket_uuid": "656e26d5-3004-4cb2-8e72-2d6a93852d43"}	GST	2025-11-26 11:59:21.371453+00
191cd81b-a2b5-4dba-88e4-b3ee5a976a69	9009b1fe-7190-4427-8321-261937180882	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	2025-11-27 05:53:09.30891+00
a00f3c4b-9682-4ea0-95c3-ef1ab3d81f19	288d8db7-792e-47a0-a5a9-8ab9fb07f4f2	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	2025-11-27 05:59:40.323641+00
775734af-b349-43c2-a463-523e45323e5a	9009b1fe-7190-4427-8321-261937180882	ticket_status_changed	{"to": "In Progress", "from": "Waiting for Customer", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	2025-11-27 07:19:38.795349+00
3b03ea55-b080-4aee-9fb8-ed301eaa3a03	19f77867-8e11-453b-8e17-d3d332759b7f	ticket_created	{"title": "New server, shift Tally data", "priority": "High", "client_ticket_uuid": "2fa1d309-f7ae-42f2-bda9-79e0c136b8d4"}	GST	2025-11-27 10:55:53.250756+00
45d3763d-2024-49a8-92c6-e881b905c3d8	19f77867-8e11-453b-8e17-d3d332759b7f	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "a9fac95e-6908-489e-8545-b4f49f6ce482", "performed_by_role": "Support Head"}	a9fac95e-6908-489e-8545-b4f49f6ce482	2025-11-27 11:37:27.254993+00
d1d8cf1f-1a74-4d13-8bad-9d534abdcb3d	a2942668-ac74-45f2-9460-a072f68ba84c	ticket_created	{"title": "License shows as educational mode", "priority": "Normal", "client_ticket_uuid": "2ba81cad-cd85-45e2-9ac2-d2108ac5c162"}	Suresh	2025-11-27 14:45:49.964821+00
563221e4-5ac4-4574-81d3-df430de5fb5d	4fef5138-b1df-4ae5-99d8-3bbfa3511f09	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	farida	2025-11-28 07:14:14.858029+00
7b748773-2597-42ae-ad67-d4705fd02bde	9aed7964-7b0c-40ac-a4ef-e6ef63b302e2	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	2025-11-28 07:28:22.154899+00
9411f59f-419e-4b57-95a4-b7262c081d3a	9aed7964-7b0c-40ac-a4ef-e6ef63b302e2	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	farida	2025-11-28 07:55:56.904003+00
9006b981-4518-4d5b-ae11-a677f9ae1150	a2942668-ac74-45f2-9460-a072f68ba84c	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	2025-11-28 08:36:48.203217+00
9a7cc38e-1706-4d20-9e23-5bdc1cce44a7	4fef5138-b1df-4ae5-99d8-3bbfa3511f09	ticket_status_changed	{"to": "Closed", "from": "In Progress", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	farida	2025-11-28 08:42:22.49674+00
2adc14e7-7482-49cd-96d5-65b6b5721650	9009b1fe-7190-4427-8321-261937180882	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "performed_by_role": "Agent"}	farida	2025-11-28 08:50:04.752658+00
90b554e3-1682-4d38-babc-9f6cd4477cab	8af7a481-bc69-4eab-8d32-ca7a36654108	ticket_created	{"title": "User rights: hide cost price", "priority": "High"}	api	2025-11-28 10:37:15.178057+00
416acf6f-77c1-4d2a-8319-b460759c0b60	73d32c39-6a3e-4639-877e-e5f40b2ac84e	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "7b3aa579-236e-453c-91fe-fd3213f62db3", "performed_by_role": "Support"}	rohit	2025-11-29 05:31:08.495317+00
04db5ccc-51f4-49f9-b665-5ee1649fa83e	19f77867-8e11-453b-8e17-d3d332759b7f	ticket_status_changed	{"to": "Resolved", "from": "In Progress", "performed_by_id": "a9fac95e-6908-489e-8545-b4f49f6ce482", "performed_by_role": "Support Head"}	snehal	2025-11-29 05:55:40.455258+00
1438eadc-4f5f-4cad-8596-e142089c4bcb	73d32c39-6a3e-4639-877e-e5f40b2ac84e	ticket_status_changed	{"to": "Waiting for Customer", "from": "In Progress", "performed_by_id": "7b3aa579-236e-453c-91fe-fd3213f62db3", "performed_by_role": "Support"}	rohit	2025-11-29 06:13:12.975738+00
e144606e-4dd0-4b76-9e37-402009cfd93a	a2942668-ac74-45f2-9460-a072f68ba84c	ticket_resolved_bill_raised	{"amount": 1770.00, "performed_by_id": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe"}	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	2025-11-29 06:18:01.545585+00
642447ee-924f-4007-aa95-8c8c501e1d85	8af7a481-bc69-4eab-8d32-ca7a36654108	ticket_status_changed	{"to": "In Progress", "from": "New", "performed_by_id": "7b3aa579-236e-453c-91fe-fd3213f62db3", "performed_by_role": "Support"}	7b3aa579-236e-453c-91fe-fd3213f62db3	2025-11-29 09:19:49.124447+00
c6b8dde3-584d-44e1-905a-189f715f627d	a2942668-ac74-45f2-9460-a072f68ba84c	ticket_status_changed	{"to": "BillProcessed", "from": "BillRaised", "performed_by_id": "470acf3c-3adb-4c63-a219-abaaaaaca4c8", "performed_by_role": "Accountant"}	accounts	2025-11-29 09:39:28.193972+00
dfd4829d-708c-476a-b16d-cface1ab5c25	8af7a481-bc69-4eab-8d32-ca7a36654108	ticket_resolved_bill_raised	{"amount": 17700.00, "performed_by_id": "7b3aa579-236e-453c-91fe-fd3213f62db3"}	rohit	2025-11-29 10:41:44.902298+00
20e296a5-43da-4b95-af35-dc50d2c923d4	73d32c39-6a3e-4639-877e-e5f40b2ac84e	ticket_status_changed	{"to": "In Progress", "from": "Waiting for Customer", "performed_by_id": "7b3aa579-236e-453c-91fe-fd3213f62db3", "performed_by_role": "Support"}	rohit	2025-11-29 10:56:29.568603+00
41a8e5b7-5a1e-4b7c-b5c3-7ba103f676e5	73d32c39-6a3e-4639-877e-e5f40b2ac84e	ticket_resolved_bill_raised	{"amount": 500.00, "performed_by_id": "7b3aa579-236e-453c-91fe-fd3213f62db3"}	7b3aa579-236e-453c-91fe-fd3213f62db3	2025-11-29 12:58:31.593387+00
\.


--
-- Data for Name: customers; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.customers (id, company_name, tally_license, tally_serial_no, api_key, amc_expiry_date, tss_expiry_date, contact_person, contact_phone, contact_email, created_at, accountant_name, accountant_phone, accountant_email, tally_customizations, secret_email) FROM stdin;
2de9674d-f1e6-477b-8eec-c3148cd81c7d	Deccan Auto Components	Rental	724023382	sample-key-004-91a0fb	\N	2025-12-10	Prakash Patil	9800023525	prakash.patil4@example.in	2024-10-15 12:30:00.345373+00	Prakash More	9800074149	prakash.more4@example.in	\N	\N
aa61b605-4c30-435c-aee1-0e41da6c59cd	Patel & Sons	Prime Server	770500115	sample-key-003-135fb1	2025-05-14	2025-11-10	Ramesh Kaur	9800062555	ramesh.kaur3@example.in	2025-03-14 04:30:00.750413+00	Vikram Jain	9800039799	vikram.jain3@example.in	\N	\N
13450c1f-07e7-48b4-87f1-376752cd0176	Shree Ganesh Textiles Pvt Ltd	Gold	759204314	sample-key-002-85b4ec	2026-04-10	2026-01-14	Harish Pillai	9800035953	harish.pillai2@example.in	2025-04-26 08:30:00.477547+00	\N	\N	\N	\N	\N
9dbbbb92-974e-4370-a918-19fe1a16a0b5	Mehta Steel Industries	Rental	793051586	sample-key-006-28c8f3	2025-12-25	2025-11-27	Sunita Bose	9800016623	sunita.bose6@example.in	2025-07-06 04:30:00.16939+00	\N	\N	\N	\N	\N
80fbd605-89df-4f83-9b08-ad0214a9c1e2	Sai Pharma Distributors	Gold	779026155	sample-key-005-790bef	2026-09-26	2026-07-28	Shweta Pillai	9800077454	shweta.pillai5@example.in	2025-07-09 10:30:00.830759+00	\N		\N	\N	\N
68c1ba02-0377-4e60-b881-4ff6fe361664	Sharma Traders	Gold	754520007	sample-key-001-f1a375	2026-07-02	2026-03-30	Ayesha Pillai	9800092273	ayesha.pillai1@example.in	2025-07-24 08:30:00.190929+00	Farhan Reddy	9800068611	farhan.reddy1@example.in	\N	\N
\.


--
-- Data for Name: notifications; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.notifications (id, user_id, type, title, message, link, is_read, created_at) FROM stdin;
07becdfd-6063-47ef-9d32-358ed8fc3187	470acf3c-3adb-4c63-a219-abaaaaaca4c8	assignment	Ticket assigned	Stock valuation FIFO vs average	/tickets/288d8db7-792e-47a0-a5a9-8ab9fb07f4f2	t	2025-11-27 10:53:00.713084+00
8b959f80-ae7a-4bd4-bb05-0b07108d7a44	470acf3c-3adb-4c63-a219-abaaaaaca4c8	comment	New reply	License shows as educational mode	/tickets/a2942668-ac74-45f2-9460-a072f68ba84c	t	2025-11-28 05:55:00.234626+00
65cce049-b35c-42b2-a072-1cd52efaa893	470acf3c-3adb-4c63-a219-abaaaaaca4c8	sla	Due soon	User rights: hide cost price	/tickets/b1b58818-0bba-4d99-bbed-eca79efbb7a9	t	2025-11-29 09:31:00.347947+00
\.


--
-- Data for Name: service_reports; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.service_reports (id, ticket_id, agent_id, solution_provided, time_spent_minutes, parts_used, remarks, customer_signature_url, agent_signature_url, created_at, updated_at) FROM stdin;
7d3211c4-142b-46c9-9d31-bf61d664bf7d	4fef5138-b1df-4ae5-99d8-3bbfa3511f09	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	Data rewritten, balances verified.	58	\N	\N	\N	\N	2025-11-28 08:42:02.028175+00	2025-11-28 08:42:02.028175+00
7af1da1b-abf7-492d-b960-f3c50b1f5dae	19f77867-8e11-453b-8e17-d3d332759b7f	a9fac95e-6908-489e-8545-b4f49f6ce482	Firewall rule added on server.	377	\N		\N	\N	2025-11-29 05:55:20.809486+00	2025-11-29 05:55:20.809486+00
b8d2313c-3fad-4880-806a-405ed58630d5	a2942668-ac74-45f2-9460-a072f68ba84c	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	License reactivated.	142	\N		\N	\N	2025-11-29 06:17:41.714124+00	2025-11-29 06:17:41.714124+00
\.


--
-- Data for Name: ticket_comments; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ticket_comments (id, ticket_id, author, body, internal, created_at) FROM stdin;
5f0d5e7d-e889-4117-a5ba-8cacbf009570	443386c6-b73a-40fb-b8fa-1cdd4b57074c	Ayesha Pillai	Any update? It is urgent.	f	2025-11-24 12:28:13.217943+00
74d3e400-5a84-4c5b-84e2-b63f0bba40df	288d8db7-792e-47a0-a5a9-8ab9fb07f4f2	Farida Shaikh	नमस्ते, हम देख रहे हैं।	f	2025-11-26 11:03:48.919197+00
4c37f83b-ab53-4e52-be5a-827ebfdc234b	97328dca-b17a-4f5a-bf3d-57a1a1ff1f55	a9fac95e-6908-489e-8545-b4f49f6ce482	Noted, checking. Please keep AnyDesk open.	f	2025-11-27 05:50:02.038899+00
e71401a2-6fb7-493a-ac89-147e04338b9d	9009b1fe-7190-4427-8321-261937180882	Ramesh Kaur	Backup uploaded.	f	2025-11-27 07:17:54.142203+00
6ea4de25-d2e5-4069-96bb-02819dd6f935	19f77867-8e11-453b-8e17-d3d332759b7f	a9fac95e-6908-489e-8545-b4f49f6ce482	Checked on phone, needs a remote session.	f	2025-11-27 11:36:12.983071+00
4767d23a-2311-49e5-b6c0-0fbe1dfc3f0a	9aed7964-7b0c-40ac-a4ef-e6ef63b302e2	farida	Namaste, we are on it. Please send a screenshot.	f	2025-11-28 07:22:04.411614+00
5f8151ea-f324-4d05-b1a2-9ec98b2e9bdc	9aed7964-7b0c-40ac-a4ef-e6ef63b302e2	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	Kindly send the bank's format file.	f	2025-11-28 07:55:26.452084+00
e24baf2e-f455-48d0-9d3e-9cb142b2476b	a2942668-ac74-45f2-9460-a072f68ba84c	Farida Shaikh	Checked on phone, needs a remote session.	f	2025-11-28 08:33:23.268446+00
b817843c-a0bc-4be4-8057-59ddb540fbd3	18cde7ae-73a8-4f0a-ac67-f6266dc7262a	rohit	Will visit tomorrow morning.	f	2025-11-29 07:15:51.96271+00
41c28d8b-1596-46e1-9ab3-9c178b2b6d87	8af7a481-bc69-4eab-8d32-ca7a36654108	rohit	Checked on phone, needs a remote session.	f	2025-11-29 09:18:52.025021+00
cb4bf5d5-c284-4292-9a39-9c9aca361f77	8af7a481-bc69-4eab-8d32-ca7a36654108	Rohit Pawar	Same as last month, see the old ticket.	t	2025-11-29 09:57:56.735945+00
33f393d7-035f-4b51-98d9-11a8807c6425	73d32c39-6a3e-4639-877e-e5f40b2ac84e	Shweta Pillai	Any update? It is urgent.	f	2025-11-29 10:51:20.261957+00
f8ad27b0-3a2f-4d5f-99be-bf1311681ed4	c3f95d6e-42a5-4c25-a55f-45b9fce2ac8f	rohit	Received. Engineer will call within the hour.	f	2025-11-29 12:33:35.923537+00
\.


--
-- Data for Name: ticket_remarks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.ticket_remarks (id, ticket_id, agent_id, remark, stage, created_at, updated_at) FROM stdin;
e6a41810-2956-40f5-b2f5-5e83bcb6f9fe	2c61c22d-63e0-4c5d-815b-627ecfc9db63	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	Called the customer, looking into it on AnyDesk.	open	2025-11-25 06:04:12.256924+00	2025-11-25 06:04:12.256924+00
f130da27-50c1-404c-b8cd-4d111dc73dfd	9009b1fe-7190-4427-8321-261937180882	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	Checked on phone, needs a remote session.	open	2025-11-25 13:16:29.82653+00	2025-11-25 13:16:29.82653+00
477a2ce2-1481-4ca5-80f8-3f19d1e8f780	9009b1fe-7190-4427-8321-261937180882	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	Please send the OTP of the GST portal.	waiting	2025-11-27 05:52:39.850341+00	2025-11-27 05:52:39.850341+00
4b85b0b0-61a5-428b-8cf7-564d2cc6dc9e	9009b1fe-7190-4427-8321-261937180882	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	Port opened, testing from the branch.	progress	2025-11-27 12:45:51.433196+00	2025-11-27 12:45:51.433196+00
2e87c77b-3ab9-4bcc-ae90-0c91fd75f724	4fef5138-b1df-4ae5-99d8-3bbfa3511f09	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	Thank you, we can see the same error here.	open	2025-11-28 07:09:51.550751+00	2025-11-28 07:09:51.550751+00
a77c3505-22bc-42b4-a8f3-083985bfd0bc	19f77867-8e11-453b-8e17-d3d332759b7f	a9fac95e-6908-489e-8545-b4f49f6ce482	Will visit tomorrow morning.	progress	2025-11-28 08:32:23.892096+00	2025-11-28 08:32:23.892096+00
6dbe3908-cd6b-420d-8089-96235152f0a8	18cde7ae-73a8-4f0a-ac67-f6266dc7262a	7b3aa579-236e-453c-91fe-fd3213f62db3	Please share the company data backup.	open	2025-11-28 12:43:27.506431+00	2025-11-28 12:43:27.506431+00
8cfdf678-cae7-4354-95ce-23a4f47f4079	73d32c39-6a3e-4639-877e-e5f40b2ac84e	7b3aa579-236e-453c-91fe-fd3213f62db3	Checked on phone, needs a remote session.	open	2025-11-29 05:24:44.434536+00	2025-11-29 05:24:44.434536+00
3cabb2a9-680e-4596-a12b-f8ce5a27260a	73d32c39-6a3e-4639-877e-e5f40b2ac84e	7b3aa579-236e-453c-91fe-fd3213f62db3	Need the data backup from your side.	waiting	2025-11-29 06:12:42.939909+00	2025-11-29 06:12:42.939909+00
ab8db1a0-5fbd-4d70-8271-3082ddf625fb	a8b1b7c4-1d6c-4ea9-924b-d98c260dc2d0	7b3aa579-236e-453c-91fe-fd3213f62db3	Please share the company data backup.	open	2025-11-29 08:52:16.646635+00	2025-11-29 08:52:16.646635+00
3a85f4de-2ce8-4cd2-97b4-f4e0e25d8b58	73d32c39-6a3e-4639-877e-e5f40b2ac84e	7b3aa579-236e-453c-91fe-fd3213f62db3	Issue solved, please close.	resolved	2025-11-29 12:57:41.068917+00	2025-11-29 12:57:41.068917+00
\.


--
-- Data for Name: tickets; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tickets (id, customer_id, client_ticket_uuid, created_by, title, description, category, priority, status, assigned_to, sla_due, created_at, updated_at, billed_at, bill_amount, first_assigned_to, assignment_history) FROM stdin;
443386c6-b73a-40fb-b8fa-1cdd4b57074c	68c1ba02-0377-4e60-b881-4ff6fe361664	\N	68c1ba02-0377-4e60-b881-4ff6fe361664	e-Invoice not generated, error 2150	Duplicate IRN error for invoice 2. Vehicle is waiting at the gate.	Technical	Normal	New	\N	\N	2025-11-24 05:23:53.686389+00	2025-11-24 05:23:53.686389+00	\N	\N	\N	\N
2c61c22d-63e0-4c5d-815b-627ecfc9db63	68c1ba02-0377-4e60-b881-4ff6fe361664	69d5738b-3c7d-4252-a596-e5f7ed97ce24	Bharti	Invoice copy of last visit	Need the GST invoice of the last visit for input credit.	Billing	High	BillRaised	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	\N	2025-11-25 04:20:34.759077+00	2025-11-25 12:36:36.626+00	\N	1770.00	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	[{"to": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "from": null, "note": null, "completed": false, "assigned_at": "2025-11-25T04:57:58.554299+00:00", "assigned_by": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe"}]
9009b1fe-7190-4427-8321-261937180882	aa61b605-4c30-435c-aee1-0e41da6c59cd	\N	7b3aa579-236e-453c-91fe-fd3213f62db3	Company data will not open	Error: Internal error, contact Tally. Data folder 47. Last backup is a week old.	Technical	Normal	Resolved	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	\N	2025-11-25 15:32:07.294+00	2025-11-28 14:20:04.653+00	\N	\N	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	[{"to": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "from": null, "note": null, "completed": false, "assigned_at": "2025-11-25T11:29:34.684864+00:00", "assigned_by": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe"}]
288d8db7-792e-47a0-a5a9-8ab9fb07f4f2	13450c1f-07e7-48b4-87f1-376752cd0176	b57ad97d-a6d0-4715-8feb-375e5ca6546c	GST	Stock valuation FIFO vs average	Closing stock differs by Rs 42 from the auditor's sheet.	General	Critical	Resolved	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	\N	2025-11-26 10:47:15.55288+00	2025-11-27 11:29:39.881+00	\N	\N	7b3aa579-236e-453c-91fe-fd3213f62db3	[{"to": "7b3aa579-236e-453c-91fe-fd3213f62db3", "from": null, "note": null, "completed": false, "assigned_at": "2025-11-26T10:54:07.735271+00:00", "assigned_by": "7b3aa579-236e-453c-91fe-fd3213f62db3"}, {"to": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "from": "7b3aa579-236e-453c-91fe-fd3213f62db3", "note": null, "completed": false, "assigned_at": "2025-11-26T11:14:19.016711+00:00", "assigned_by": "a9fac95e-6908-489e-8545-b4f49f6ce482"}]
97328dca-b17a-4f5a-bf3d-57a1a1ff1f55	68c1ba02-0377-4e60-b881-4ff6fe361664	656e26d5-3004-4cb2-8e72-2d6a93852d43	GST	Training for new accountant	New joiner needs two hours on GST entries.	General	Low	New	a9fac95e-6908-489e-8545-b4f49f6ce482	\N	2025-11-26 11:59:21.370808+00	2025-11-26 12:40:02.039624+00	\N	\N	a9fac95e-6908-489e-8545-b4f49f6ce482	[{"to": "a9fac95e-6908-489e-8545-b4f49f6ce482", "from": null, "note": "You know this customer", "completed": false, "assigned_at": "2025-11-26T12:40:02.039624+00:00", "assigned_by": "a9fac95e-6908-489e-8545-b4f49f6ce482"}]
19f77867-8e11-453b-8e17-d3d332759b7f	68c1ba02-0377-4e60-b881-4ff6fe361664	2fa1d309-f7ae-42f2-bda9-79e0c136b8d4	GST	New server, shift Tally data	Windows Server installed, 56 users to be connected.	Hardware	High	Resolved	a9fac95e-6908-489e-8545-b4f49f6ce482	\N	2025-11-27 10:55:53.246118+00	2025-11-29 11:25:39.092+00	\N	\N	a9fac95e-6908-489e-8545-b4f49f6ce482	[{"to": "a9fac95e-6908-489e-8545-b4f49f6ce482", "from": null, "note": null, "completed": false, "assigned_at": "2025-11-27T11:19:34.602456+00:00", "assigned_by": "a9fac95e-6908-489e-8545-b4f49f6ce482"}]
4fef5138-b1df-4ae5-99d8-3bbfa3511f09	13450c1f-07e7-48b4-87f1-376752cd0176	\N	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	HSN summary mismatch	12 digit HSN shown twice in the HSN summary after the upgrade to TallyPrime 5.1.	Technical	Normal	Closed	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	\N	2025-11-27 14:21:40.652+00	2025-11-28 14:12:22.146+00	\N	\N	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	[{"to": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "from": null, "note": null, "completed": false, "assigned_at": "2025-11-27T12:00:04.820263+00:00", "assigned_by": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe"}]
a2942668-ac74-45f2-9460-a072f68ba84c	68c1ba02-0377-4e60-b881-4ff6fe361664	2ba81cad-cd85-45e2-9ac2-d2108ac5c162	Suresh	License shows as educational mode	Reactivation asks for the key, registered e-mail id is not working any more.	Software	Normal	BillProcessed	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	\N	2025-11-27 14:45:49.940318+00	2025-11-29 15:09:27.787+00	\N	1770.00	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	[{"to": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "from": null, "note": "You know this customer", "completed": false, "assigned_at": "2025-11-28T05:37:19.028445+00:00", "assigned_by": "a9fac95e-6908-489e-8545-b4f49f6ce482"}]
9aed7964-7b0c-40ac-a4ef-e6ef63b302e2	9dbbbb92-974e-4370-a918-19fe1a16a0b5	\N	9dbbbb92-974e-4370-a918-19fe1a16a0b5	Invoice copy of last visit	Need the GST invoice of the last visit for input credit.	Billing	Critical	Waiting for Customer	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	\N	2025-11-28 06:10:23.391736+00	2025-11-28 13:25:56.454+00	\N	\N	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	[{"to": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "from": null, "note": null, "completed": false, "assigned_at": "2025-11-28T06:38:53.485251+00:00", "assigned_by": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe"}]
a8b1b7c4-1d6c-4ea9-924b-d98c260dc2d0	68c1ba02-0377-4e60-b881-4ff6fe361664	\N	68c1ba02-0377-4e60-b881-4ff6fe361664	Payroll: professional tax for February	PT of Rs 300 for February not picked.	General	Low	New	7b3aa579-236e-453c-91fe-fd3213f62db3	\N	2025-11-28 06:34:50.354069+00	2025-11-28 09:14:40.132355+00	\N	\N	7b3aa579-236e-453c-91fe-fd3213f62db3	[{"to": "7b3aa579-236e-453c-91fe-fd3213f62db3", "from": null, "note": null, "completed": false, "assigned_at": "2025-11-28T09:14:40.132355+00:00", "assigned_by": "7b3aa579-236e-453c-91fe-fd3213f62db3"}]
8af7a481-bc69-4eab-8d32-ca7a36654108	13450c1f-07e7-48b4-87f1-376752cd0176	5c332b76-12ff-4065-9e3b-0ff0cf5aedf9	User2	User rights: hide cost price	Counter staff should not see purchase rates.	General	High	BillRaised	7b3aa579-236e-453c-91fe-fd3213f62db3	\N	2025-11-28 10:37:15.144161+00	2025-11-29 16:11:44.109+00	\N	17700.00	7b3aa579-236e-453c-91fe-fd3213f62db3	[{"to": "7b3aa579-236e-453c-91fe-fd3213f62db3", "from": null, "note": null, "completed": false, "assigned_at": "2025-11-29T06:12:46.627422+00:00", "assigned_by": "7b3aa579-236e-453c-91fe-fd3213f62db3"}]
18cde7ae-73a8-4f0a-ac67-f6266dc7262a	9dbbbb92-974e-4370-a918-19fe1a16a0b5	\N	9dbbbb92-974e-4370-a918-19fe1a16a0b5	TDS on purchase 194Q	Threshold is not considered for M/s Rathod & Co.	General	Normal	New	7b3aa579-236e-453c-91fe-fd3213f62db3	\N	2025-11-28 11:52:28.376341+00	2025-11-29 07:25:44.208623+00	\N	\N	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	[{"to": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "from": null, "note": null, "completed": false, "assigned_at": "2025-11-28T12:04:39.8113+00:00", "assigned_by": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe"}, {"to": "7b3aa579-236e-453c-91fe-fd3213f62db3", "from": "a41f991c-8c14-41cc-a37f-3af6f3fd6fbe", "note": "On leave tomorrow", "completed": false, "assigned_at": "2025-11-29T07:25:44.208623+00:00", "assigned_by": "a9fac95e-6908-489e-8545-b4f49f6ce482"}]
c3f95d6e-42a5-4c25-a55f-45b9fce2ac8f	2de9674d-f1e6-477b-8eec-c3148cd81c7d	\N	a41f991c-8c14-41cc-a37f-3af6f3fd6fbe	Surrender of license on old server	Old PC crashed, license to be moved to the new one.	Software	Normal	New	7b3aa579-236e-453c-91fe-fd3213f62db3	\N	2025-11-28 13:17:31.816+00	2025-11-29 08:56:10.175457+00	\N	\N	7b3aa579-236e-453c-91fe-fd3213f62db3	[{"to": "7b3aa579-236e-453c-91fe-fd3213f62db3", "from": null, "note": "You know this customer", "completed": false, "assigned_at": "2025-11-29T08:56:10.175457+00:00", "assigned_by": "a9fac95e-6908-489e-8545-b4f49f6ce482"}]
73d32c39-6a3e-4639-877e-e5f40b2ac84e	80fbd605-89df-4f83-9b08-ad0214a9c1e2	\N	80fbd605-89df-4f83-9b08-ad0214a9c1e2	Payroll: PF and ESI calculation	Employer PF for 29 employees is taken on the old wage limit.	General	Critical	BillRaised	7b3aa579-236e-453c-91fe-fd3213f62db3	\N	2025-11-28 15:45:31.430763+00	2025-11-29 18:28:29.796+00	\N	500.00	7b3aa579-236e-453c-91fe-fd3213f62db3	[{"to": "7b3aa579-236e-453c-91fe-fd3213f62db3", "from": null, "note": null, "completed": true, "assigned_at": "2025-11-29T04:59:59.361622+00:00", "assigned_by": "7b3aa579-236e-453c-91fe-fd3213f62db3", "completed_at": "2025-11-29T12:58:31.593387+00:00", "completed_by": "7b3aa579-236e-453c-91fe-fd3213f62db3"}]
b1b58818-0bba-4d99-bbed-eca79efbb7a9	13450c1f-07e7-48b4-87f1-376752cd0176	\N	13450c1f-07e7-48b4-87f1-376752cd0176	User rights: hide cost price	Counter staff should not see purchase rates.	General	Low	New	7b3aa579-236e-453c-91fe-fd3213f62db3	\N	2025-11-29 05:28:35.531146+00	2025-11-29 07:38:41.544456+00	\N	\N	7b3aa579-236e-453c-91fe-fd3213f62db3	[{"to": "7b3aa579-236e-453c-91fe-fd3213f62db3", "from": null, "note": null, "completed": false, "assigned_at": "2025-11-29T07:38:41.544456+00:00", "assigned_by": "7b3aa579-236e-453c-91fe-fd3213f62db3"}]
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
-- Name: audit_log audit_log_ticket_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES public.tickets(id) ON DELETE SET NULL;


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

