"""What went wrong while it was written down: each oddity is deliberate, counted and listed.

Every entry of the list is (kind, table, id, note); `oddities.csv` holds it.
"""

from . import texts
from .eras import Money
from .lifecycle import DONE
from .moment import DAY, HOUR, MICRO, day_of, local_midnight
from .writing import JSON_NULL

SPELT = {"InProgress": "in progress", "in progress": "in progress", "OnHold": "on hold",
         "WaitingForCustomer": "waiting for customer", "waiting for customer": "waiting for customer"}


class Spoiler:
    """Takes quiet tickets (made by the Tally plugin, finished, well documented) and spoils them."""

    def __init__(self, dice, tables, facts, desk):
        self.d, self.tables, self.desk = dice, tables, desk
        self.found = []
        self.rows = {row["id"]: row for row in tables["tickets"]}
        self.events = {}
        for event in tables["audit_log"]:
            self.events.setdefault(event["ticket_id"], []).append(event)
        quiet, backlog, billed, self.imported = [], [], [], []
        for t in facts:
            row = self.rows[t.id]
            done = row["status"] in DONE
            if t.writer == "import" and done:
                self.imported.append(row)
            old = local_midnight(day_of("2025-06-01")) < t.created < local_midnight(day_of("2026-01-20"))
            if row["status"] in ("BillRaised", "BillProcessed") and t.writer == "app" and t.coverage == "full":
                billed.append(row)
            elif t.channel == "tally" and done and row["bill_amount"] is None and t.coverage == "full" and old and len(self.events.get(t.id, [])) > 1:
                quiet.append(row)
            if not done and row["status"] != "New" and t.created < local_midnight(day_of("2026-03-31")):
                backlog.append(row)
        self.quiet, self.backlog = dice.shuffled(quiet), dice.shuffled(backlog)
        self.billed, self.imported = dice.shuffled(billed), dice.shuffled(self.imported)

    def note(self, kind, table, row, note=""):
        self.found.append((kind, table, row["id"], note))

    def take(self):
        """The next quiet ticket."""
        if not self.quiet:
            raise SystemExit("not enough tickets for the oddities: use --tickets 1000 or more")
        return self.quiet.pop()

    def status_events(self, row):
        return [e for e in self.events[row["id"]] if "status" in e["action"]]

    def run(self):
        for spoil in (self._words, self._orphans, self._keys, self._payloads, self._amounts, self._dates, self._order,
                      self._hostile, self._settings_events):
            spoil()
        self._count_empty_texts()
        return self.found

    def _words(self):
        for row in [self.backlog.pop() for _ in range(min(3, len(self.backlog)))]:
            row["status"] = "Pending Vendor"
            self.note("unknown_status", "tickets", row, "Pending Vendor")
        for _ in range(2):
            row = self.take()
            row["priority"] = "Critcal"
            self.note("unknown_priority", "tickets", row, "Critcal")
        for spelling in ("InProgress", "InProgress", "in progress", "WaitingForCustomer", "waiting for customer", "OnHold"):
            row = next((r for r in self.backlog if r["status"].lower() == SPELT[spelling]), None)
            if row is None:
                continue  # another seed, another backlog
            self.backlog.remove(row)
            row["status"] = spelling
            self.note("status_spelling", "tickets", row, spelling)
        for blanks, wanted in (("Resolved ", "Resolved"), ("Closed  ", "Closed"), (" Resolved", "Resolved"),
                               ("RESOLVED", "Resolved")):
            row = next(r for r in self.quiet if r["status"] == wanted)
            self.quiet.remove(row)
            row["status"] = blanks
            self.note("status_blanks_or_case", "tickets", row, f"'{blanks}'")
        row = self.take()
        self.status_events(row)[-1]["payload"]["to"] = "resolved "
        self.note("event_status_spelling", "audit_log", self.status_events(row)[-1], "to 'resolved '")

    def _orphans(self):
        for _ in range(2):
            row = self.take()
            row["customer_id"] = self.d.uuid()
            self.note("orphan_customer", "tickets", row)
        for _ in range(2):
            row = self.take()
            row["assigned_to"] = self.d.uuid()
            self.note("orphan_agent", "tickets", row)
        for _ in range(3):
            gone = self.d.uuid()
            at = local_midnight(day_of("2025-10-06")) + self.d.whole(0, 60 * DAY)
            self._add_event(gone, "ticket_status_changed", {"from": "In Progress", "to": "Resolved"}, "rohit", at,
                            "orphan_audit_event")
        remark = dict(self.tables["ticket_remarks"][40], id=self.d.uuid(), ticket_id=self.d.uuid())
        self.tables["ticket_remarks"].append(remark)
        self.note("orphan_remark", "ticket_remarks", remark)
        for amount in ("2950.00", "1180.00"):
            at = local_midnight(day_of("2026-01-12")) + self.d.whole(0, 9 * HOUR)
            self._add_event(None, "ticket_resolved_bill_raised", {"amount": Money(amount)}, "accounts", at,
                            "audit_of_deleted_ticket")

    def _add_event(self, ticket_id, action, payload, who, at, kind=None, note=""):
        event = {"id": self.d.uuid(), "ticket_id": ticket_id, "action": action, "payload": payload,
                 "performed_by": who, "created_at": at}
        self.tables["audit_log"].append(event)
        if kind:
            self.note(kind, "audit_log", event, note or action)
        return event

    def _keys(self):
        for _ in range(3):
            first, twin = next((a, b) for a in self.quiet for b in self.quiet if a is not b
                               and a["customer_id"] == b["customer_id"])
            self.quiet.remove(first)
            self.quiet.remove(twin)
            twin["client_ticket_uuid"] = first["client_ticket_uuid"]
            for event in self.events[twin["id"]]:
                if isinstance(event["payload"], dict) and "client_ticket_uuid" in event["payload"]:
                    event["payload"]["client_ticket_uuid"] = first["client_ticket_uuid"]
            self.note("duplicate_client_key", "tickets", twin, f"same as {first['id']}")
        for row in self.tables["tickets"]:
            if row["client_ticket_uuid"] == "":
                self.note("empty_client_key", "tickets", row)

    def _payloads(self):
        for payload, note in (([{"field": "status", "value": "Closed"}], "array"), ("status changed by SQL", "string"),
                              (42, "number"), (JSON_NULL, "JSON null"), (None, "SQL NULL")):
            row = self.take()
            last = self.status_events(row)[-1]
            self._add_event(row["id"], "status_changed", payload, "postgres", last["created_at"] + 3 * MICRO,
                            "odd_payload", note)
        for payload, note in (({"from": "In Progress", "to": "  "}, "blank new status"),
                              ({"old_status": "New"}, "no new status")):
            row = self.take()
            last = self.status_events(row)[-1]
            self._add_event(row["id"], "status_changed", payload, "postgres", last["created_at"] - 2 * MICRO,
                            "event_without_new_status", note)
        for _ in range(2):
            row = self.take()
            last = self.status_events(row)[-1]
            last["payload"]["from"] = "On Hold"
            self.note("mismatching_old_status", "audit_log", last, "from On Hold")

    def _amounts(self):
        for amount, note in (("1499.995", "three decimals"), ("2500.125", "three decimals"), ("NaN", "NaN"),
                             ("0", "zero"), ("0.00", "zero"), (None, "NULL"), (None, "NULL")):
            row = self.billed.pop()
            row["bill_amount"] = amount
            if amount != "NaN":
                for event in self.events[row["id"]]:
                    if "amount" in event["payload"]:
                        event["payload"]["amount"] = None if amount is None else Money(amount)
            self.note("odd_bill_amount", "tickets", row, f"{note}: {amount}" if amount else note)

    def _dates(self):
        for row in self.tables["customers"]:
            for column in ("amc_expiry_date", "tss_expiry_date"):
                if "infinity" in (row[column] or ""):
                    self.note("infinite_contract", "customers", row, f"{column} {row[column]}")
        for _ in range(3):
            row = self.imported.pop()
            row["updated_at"] = row["completed_at"] = None
            self.tables["service_reports"] = [r for r in self.tables["service_reports"] if r["ticket_id"] != row["id"]]
            self.note("done_time_unknown", "tickets", row, "done, no events, no date")

    def _order(self):
        for minutes in (2, 95):
            row = self.take()
            event = self.status_events(row)[0]
            event["created_at"] = row["created_at"] - minutes * 60 * MICRO
            self.note("event_before_ticket", "audit_log", event, f"{minutes} minutes before")
        for _ in range(2):
            row = self.take()
            last = self.status_events(row)[-1]
            self._add_event(row["id"], last["action"], last["payload"], last["performed_by"],
                            last["created_at"] + 400_000, "repeated_event")

    def _hostile(self):
        for column, text in texts.HOSTILE:
            row = self.take()
            row[column] = text
            for event in self.events[row["id"]]:
                if column == "title" and event["action"] == "ticket_created":
                    event["payload"]["title"] = text
            self.note("hostile_text", "tickets", row, column)
        words = [text for column, text in texts.HOSTILE if column == "description"]
        for table, column, step in (("ticket_remarks", "remark", 211), ("ticket_comments", "body", 97),
                                    ("service_reports", "solution_provided", 77)):
            rows = self.tables[table]
            for i in range(2):
                row = rows[(i + 1) * step]
                row[column] = words[(i * 4 + len(column)) % len(words)]
                self.note("hostile_text", table, row, column)

    def _settings_events(self):
        admin, head = self.desk.admin, self.desk.head
        for day, action, payload, who in (
                ("2025-06-02", "setting_toggle", {"key": "enable_reports", "value": True}, admin),
                ("2025-09-01", "workflow_config_update", {"key": "workflow_config", "value": {"sla": {"urgent": 30}}}, admin),
                ("2025-11-26", "role_permissions_update", {"key": "role_permissions", "value": {"Accountant": ["bills"]}}, admin),
                ("2025-12-27", "workflow_config_update", {"key": "workflow_config", "value": {"sla": {"urgent": 60}}}, admin),
                ("2026-01-05", "setting_toggle", {"key": "enable_voice_remarks", "value": True}, head),
                ("2026-02-09", "setting_toggle", {"key": "enable_chat", "value": False}, admin)):
            payload = dict(payload, performed_by_id=who.id)
            self._add_event(None, action, payload, who.username, local_midnight(day_of(day)) + 12 * HOUR + 17 * MICRO,
                            "settings_event")

    def _count_empty_texts(self):
        for table, column in (("tickets", "description"), ("service_reports", "parts_used"),
                              ("service_reports", "remarks"), ("customers", "pinned_note"),
                              ("customers", "accountant_phone")):
            for row in self.tables[table]:
                if row[column] == "":
                    self.note("empty_text", table, row, column)
