"""The other tables: settings, CRM and productivity."""

import datetime

from . import people, texts
from .moment import DAY, HOUR, MICRO, local_date, local_midnight, with_fraction

STAGES = ["new", "qualified", "proposal", "negotiation", "won", "lost"]
DEALS = ["AMC renewal", "TSS renewal", "TallyPrime Gold upgrade", "Tally on cloud, 5 users", "TDL: delivery challan",
         "Biometric payroll link", "New licence for branch", "Data entry staff, 3 months"]
ARTICLES = [
    ("e-Invoice error 2150: duplicate IRN", "Check the portal by document number, then link the IRN.", ["e-invoice", "gst"]),
    ("Rewrite of data, step by step", "Backup first. Ctrl+K, then Repair.", ["data", "repair"]),
    ("GSTR-1 before the 11th: checklist", "HSN summary, B2B, credit notes, amendments.", ["gst"]),
    ("Moving a licence to a new PC", "Surrender on the old PC, else ask support for a release.", ["licence", "server move"]),
    ("Printing cuts the last line", "Set the page size in the driver, not in Tally.", []),
    ("टैली बैकअप कैसे लें", "Alt+Y > Backup. रोज़ का बैकअप ज़रूरी है।", ["backup", "हिन्दी"]),
]
CANNED = [
    ("Ask for backup", "Please send us a backup of the company data.", "Technical"),
    ("OTP", "Please keep the OTP of the GST portal ready, we will call.", "General"),
    ("AMC over", "Your AMC has ended. This visit is chargeable, please confirm.", "Billing"),
    ("Closing", "The issue is solved. The ticket will be closed in two days.", None),
]
WORKFLOW = {
    "visible_statuses": ["New", "Open", "In Progress", "On Hold", "Waiting for Customer", "Resolved", "Closed",
                         "BillRaised", "BillProcessed"],
    "sla": {"urgent": 60, "critical": 60, "high": 180, "medium": 480, "normal": 480, "low": 1440},
}


def fill(dice, tables, customers, desk, first, dumped, share):
    """All extended tables; `first` is the local date of the desk's first day, `share` the part of a full desk's rows."""
    span = (dumped - local_midnight(first)) // MICRO

    def some_time(d):
        at = local_midnight(local_date(local_midnight(first) + d.whole(0, span) * MICRO))
        return min(with_fraction(at + d.whole(10 * 60, 19 * 60) * HOUR // 60, d), dumped - DAY)

    _settings(dice.child("settings"), tables, desk, some_time)
    _contacts(dice.child("contacts"), tables, customers)
    _activities(dice.child("activities"), tables, desk, some_time, round(90 * share))
    _notes(dice.child("notes"), tables, customers, desk, some_time, round(30 * share))
    _deals(dice.child("deals"), tables, customers, desk, dumped, some_time, round(36 * share))
    _desk_tools(dice.child("tools"), tables, desk, some_time, round(40 * share))
    _people(dice.child("people"), tables)
    for table in ("activities", "customer_notes", "deals", "leads", "notifications", "chat_messages"):
        tables[table].sort(key=lambda row: row["created_at"])


def _settings(d, tables, desk, some_time):
    values = {
        "workflow_config": WORKFLOW,
        "role_permissions": {"Accountant": ["bills", "reports"], "Sales": ["deals", "leads"], "Support": ["tickets"]},
        "enable_reports": {"enabled": True}, "enable_chat": {"enabled": False}, "enable_voice_remarks": True,
        "company_profile": {"name": "Sample Tally Partner", "city": "Pune"},
        "bill_counter": 1742,
    }
    for key, value in values.items():
        tables["app_settings"].append({"id": d.uuid(), "setting_key": key, "setting_value": value,
                                       "updated_by": d.pick([desk.admin.username, desk.admin.id, None]),
                                       "updated_at": some_time(d)})


def _contacts(d, tables, customers):
    for customer in customers:
        for i in range(d.weighted([(1, 6), (2, 3), (3, 1)])):
            name = customer.contact if i == 0 else people.person(d)
            tables["contacts"].append({
                "id": d.uuid(), "account_id": customer.id, "full_name": name,
                "email": people.email(name, customer.number) if d.chance(0.8) else None, "phone": people.phone(d),
                "role": d.pick(["Owner", "Accountant", "Manager", None]), "is_primary": i == 0,
                "is_billing_contact": i > 0 and d.chance(0.5), "created_at": customer.row["created_at"] + i * DAY})


def _activities(d, tables, desk, some_time, count):
    for _ in range(count):
        contact = d.pick(tables["contacts"])
        at = some_time(d)
        tables["activities"].append({
            "id": d.uuid(), "account_id": contact["account_id"], "contact_id": contact["id"] if d.chance(0.8) else None,
            "agent_id": d.pick(desk.agents).id, "type": d.pick(["call", "visit", "email", "meeting"]),
            "subject": d.pick(["AMC renewal call", "TSS reminder", "Demo of cloud", "Payment follow-up", "Courtesy call"]),
            "description": d.pick([None, "", "Will decide next week", "Asked for a discount", "Not reachable"]),
            "occurred_at": at, "created_at": at + d.whole(1, 90) * 60 * MICRO})


def _notes(d, tables, customers, desk, some_time, count):
    for _ in range(count):
        tables["customer_notes"].append({
            "id": d.uuid(), "customer_id": d.pick(customers).id, "agent_id": d.pick(desk.agents).id,
            "note": d.pick(texts.INTERNAL + ["Renewal after Diwali only", "Prefers visits on Saturday"]),
            "is_pinned": d.chance(0.2), "created_at": some_time(d)})


def _deals(d, tables, customers, desk, dumped, some_time, count):
    sellers = [a for a in desk.agents if a.role in ("Sales", "Admin")]
    for i in range(count):
        close = local_date(dumped) + datetime.timedelta(days=d.whole(-200, 120))
        stage = d.weighted(zip(STAGES, (5, 5, 7, 4, 9, 6)))
        value = f"{d.whole(30, 1800) * 100}.00" if d.chance(0.9) else None
        tables["deals"].append({
            "id": d.uuid(), "customer_id": d.pick(customers).id, "title": d.pick(DEALS), "stage": stage,
            "value": "345678.50" if i == 7 else value,
            "description": d.pick([None, "", "Competitor has quoted less", "Wants EMI", "Renews every year"]),
            "assigned_to": d.pick(sellers).id if d.chance(0.9) else None,
            "expected_close_date": close.isoformat() if d.chance(0.9) else None, "created_at": some_time(d)})
    for _ in range(count // 2):
        tables["leads"].append({
            "id": d.uuid(), "company_name": f"{d.pick(people.LAST)} {d.pick(['Traders', 'Industries', 'Foods', 'Clinic'])}",
            "status": d.pick(["new", "contacted", "won", "lost", "pending"]),
            "amount": f"{d.whole(5, 90) * 1000}.00" if d.chance(0.7) else None, "created_at": some_time(d)})


def _desk_tools(d, tables, desk, some_time, count):
    for _ in range(count):
        kind = d.pick(["assignment", "assignment", "comment", "sla", "system"])
        ticket = d.pick(tables["tickets"])
        tables["notifications"].append({
            "id": d.uuid(), "user_id": d.pick(desk.agents).id, "type": kind,
            "title": {"assignment": "Ticket assigned", "comment": "New reply", "sla": "Due soon",
                      "system": "App updated"}[kind],
            "message": None if kind == "system" else (ticket["title"] or "")[:60],
            "link": None if kind == "system" else f"/tickets/{ticket['id']}", "is_read": d.chance(0.7),
            "created_at": some_time(d)})
    for title, content, tags in ARTICLES:
        tables["articles"].append({"id": d.uuid(), "title": title, "content": content, "tags": tags,
                                   "created_by": desk.head.id, "created_at": some_time(d)})
    for title, content, category in CANNED:
        tables["canned_responses"].append({"id": d.uuid(), "title": title, "content": content, "category": category,
                                           "created_by": desk.head.id, "created_at": some_time(d)})
    for _ in range(count):
        agent = d.pick(desk.agents)
        tables["chat_messages"].append({
            "id": d.uuid(), "sender_id": agent.id, "sender_name": agent.name, "sender_role": agent.role,
            "content": d.pick(["Server room AC is off", "Who has the Gold dongle?", "Lunch?", "GST portal down again 😤",
                               "Meeting at 6", "Chai ☕", "कल छुट्टी है क्या?", "TDL folder shared"]),
            "is_deleted": d.chance(0.06), "created_at": some_time(d)})


def _people(d, tables):
    for table, username, name, role in (("moderators", "mod.night", "Kiran Sawant", "Moderator"),
                                        ("accountants", "ca.external", "Meera Kale", "Accountant")):
        tables[table].append({"id": d.uuid(), "username": username, "password": "sample-not-a-real-hash",
                              "full_name": name, "role": role, "created_at": local_midnight(local_date(0)) + 20300 * DAY,
                              "is_active": True, "auth_user_id": None})
