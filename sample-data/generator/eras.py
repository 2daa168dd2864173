"""What the product of each time wrote down: rows and audit events of a ticket.

Four writers: `import` (tickets taken over from a spreadsheet when the product began: no events),
`app` (`ticket_status_changed`, local wall clock in `updated_at`), `trigger` (a database trigger
tried in autumn 2025: `status_changed` with `old_status`/`new_status` or `old`/`new`) and `engine`
(full events, as AroundTally's own command line writes them).
"""

from .lifecycle import BILLS_SINCE, DONE, UNTRIAGED_SINCE
from .moment import IST, MICRO, as_json, day_of, local_date, local_midnight, with_fraction
from .office import Office, targets

OLD_WORDS = {"urgent": "Critical", "high": "High", "medium": "Normal", "low": "Low", None: "Normal"}
NEW_WORDS = {"urgent": "Urgent", "high": "High", "medium": "Medium", "low": "Low", None: None}
COMMENTS_INTERNAL_SINCE = local_midnight(day_of("2025-12-24"))
CREATED_LATE = (day_of("2025-09-01"), day_of("2025-12-13"))  # the app release that also skewed created_at
TALLY_USERS = ["Accounts", "ADMIN", "Rekha", "owner", "Counter 1", "Suresh", "tally", "Bharti", "GST", "User2"]
OFFICE = Office()


class Money(str):
    """A number of JSON that keeps its digits."""


class Clerk:
    """Writes one ticket down."""

    def __init__(self, tables, ticket, desk):
        self.tables, self.t, self.desk = tables, ticket, desk
        self.d = ticket.dice.child("clerk")
        self.history = []  # assignments as the row keeps them
        self.events = []
        self.updated = None
        self.row = None

    # -- the parts of a ticket -------------------------------------------------------------

    def write(self):
        t, d = self.t, self.d
        created = t.created
        if t.channel == "app":
            created -= created % 1000  # the app's clock has milliseconds
            if CREATED_LATE[0] <= local_date(created) <= CREATED_LATE[1]:
                created += IST
        self.row = {
            "id": t.id, "customer_id": t.customer.id, "client_ticket_uuid": self._client_key(),
            "created_by": self._created_by(), "title": t.title, "description": t.description,
            "category": t.category, "priority": self._priority_word(), "status": "New",
            "assigned_to": None, "sla_due": None, "created_at": created, "updated_at": None,
            "billed_at": None, "bill_amount": None, "first_assigned_to": None, "assignment_history": None,
            "task_status": "open", "completed_at": None,
            "screenshot_url": f"https://files.example.in/s/{d.whole(10000, 99999)}.png" if d.chance(0.08) else None,
        }
        self.updated = created if t.channel == "app" else t.created
        self._created_event()
        for move in t.moves:
            getattr(self, "_" + move.what)(move)
        self._settle()
        return self.row

    def _client_key(self):
        if self.t.channel == "tally":
            return self.d.uuid()
        return "" if self.t.channel == "app" and self.d.chance(0.02) else None

    def _priority_word(self):
        """An old release of the Tally plugin went on with the old words."""
        if self.t.channel == "tally" and self.t.priority and self.d.chance(0.1):
            return OLD_WORDS[self.t.priority]
        return (OLD_WORDS if self.t.created < UNTRIAGED_SINCE else NEW_WORDS)[self.t.priority]

    def _created_by(self):
        t = self.t
        if t.channel == "app":
            return t.creator.id
        return t.customer.id if t.channel == "portal" else self.d.pick(TALLY_USERS)

    def _created_event(self):
        t, d = self.t, self.d
        if t.writer == "import" or t.writer != "engine" and t.channel != "tally":
            return
        payload = {"title": t.title, "priority": self.row["priority"]}
        if t.channel == "tally" and d.chance(0.6):
            payload["client_ticket_uuid"] = self.row["client_ticket_uuid"]
        if t.writer == "engine":
            payload["category"] = t.category
            payload["source"] = "api" if t.channel == "tally" else "cli"
        at = t.created if t.writer == "engine" else t.created + d.whole(0, 40_000)
        who = t.creator.username if t.channel == "app" else self.row["created_by"] if d.chance(0.7) else "api"
        self._event(at, "ticket_created", payload, who)

    # -- audit rows ------------------------------------------------------------------------

    def _event(self, at, action, payload, performed_by):
        self.events.append({"id": self.d.uuid(), "ticket_id": self.t.id, "action": action, "payload": payload,
                            "performed_by": performed_by, "created_at": at})

    def _by(self, who):
        """A username in some rows and an agent id in others."""
        if self.t.writer == "engine" or self.d.chance(0.6):
            return who.username
        return who.id

    def _engine_event(self, move, action, payload):
        payload = dict(payload, performed_by_id=move.who.id, performed_by_role=move.who.role)
        self._event(move.at, action, payload, move.who.username)

    def _touched(self, at):
        """The row was written at this instant, by the clock of whoever wrote it."""
        if self.t.writer in ("app", "trigger"):
            at = at + IST - self.d.whole(80, 2600) * 1000
            at -= at % 1000
        self.updated = at

    def _status(self, move):
        t, to = self.t, move.data["to"]
        if to == "Reopened" and t.writer == "app":
            to = "In Progress"  # the app has no such move
        self._set_status(move, self.row["status"], to)
        self._touched(move.at)

    def _set_status(self, move, old, new):
        self.row["status"] = new
        if self.t.writer == "app":
            payload = {"from": old, "to": new, "performed_by_id": move.who.id, "performed_by_role": move.who.role}
            self._event(move.at, "ticket_status_changed", payload, self._by(move.who))
        elif self.t.writer == "trigger":
            keys = ("old_status", "new_status") if local_date(move.at) < day_of("2025-10-01") else ("old", "new")
            self._event(move.at, "status_changed", dict(zip(keys, (old, new))), self._by(move.who))
        elif self.t.writer == "engine":
            payload = {"from": old, "to": new}
            if new == "Reopened":
                payload["reason"] = "Same error again"
            self._engine_event(move, "status_changed", payload)

    # -- assignments -----------------------------------------------------------------------

    def _claim(self, move):
        self._assign(move)

    def _assign(self, move):
        before, to = self.row["assigned_to"], move.data["to"].id
        old_shape = move.at < BILLS_SINCE
        entry = {"from": before, "to": to, "assigned_by": move.who.id,
                 "assigned_at": as_json(move.at, offset=not old_shape)}
        if not old_shape:
            entry.update(note=move.data.get("note"), completed=False)
        self.history.append(entry)
        self.row["assigned_to"] = to
        self.row["first_assigned_to"] = self.row["first_assigned_to"] or to
        self.row["task_status"] = "in_progress"
        if self.t.writer == "engine":
            payload = {"from": before, "to": to}
            if move.data.get("note"):
                payload["note"] = move.data["note"]
            self._engine_event(move, "assigned" if self.d.chance(0.8) else "ticket_assigned", payload)
        self.updated = move.at  # a function of the database writes this one: true UTC

    def _escalate(self, move):
        up = NEW_WORDS[move.data["to"]]
        agent = move.data["agent"]
        self._engine_event(move, "escalated", {"reason": move.data["reason"], "from": self.row["priority"],
                                               "to": up, "agent": agent.id})
        self._priority(move)
        if self.row["assigned_to"] != agent.id:
            move.data["to"] = agent
            self._assign(move)

    def _priority(self, move):
        to = NEW_WORDS[move.data["to"]]
        self._engine_event(move, "priority_changed", {"from": self.row["priority"], "to": to})
        self.row["priority"] = to
        self._touched(move.at)

    # -- words -----------------------------------------------------------------------------

    def _reply(self, move):
        if move.at < COMMENTS_INTERNAL_SINCE and self.d.chance(0.45):
            author = self.d.weighted([(move.who.name, 5), (move.who.username, 3), (move.who.id, 2)])
            self._comment(move, author, False)
        else:
            self._remark(move, move.who)

    _ask = _reply

    def _customer(self, move):
        if move.at < COMMENTS_INTERNAL_SINCE:
            self._comment(move, self.t.customer.contact, False)
        else:
            self._remark(move, None)

    def _note(self, move):
        self._comment(move, self.d.weighted([(move.who.name, 6), (move.who.username, 4)]), True)

    def _comment(self, move, author, internal):
        row = {"id": self.d.uuid(), "ticket_id": self.t.id, "author": author, "body": move.data["text"],
               "internal": internal, "created_at": with_fraction(move.at, self.d)}
        self.tables["ticket_comments"].append(row)
        if self.t.writer == "engine" and move.who:
            self._engine_event(move, "comment_added", {"id": row["id"], "internal": internal})

    def _remark(self, move, agent):
        d = self.d
        at = with_fraction(move.at, d)
        voice = agent is None and d.chance(0.12)
        new = at >= COMMENTS_INTERNAL_SINCE
        row = {
            "id": d.uuid(), "ticket_id": self.t.id, "agent_id": agent.id if agent else None,
            "remark": None if voice else move.data["text"], "stage": move.data.get("stage", "open" if agent else None),
            "created_at": at, "updated_at": at, "customer_id": None if agent else self.t.customer.id,
            "remark_type": "voice" if voice else "text" if new else None,
            "voice_url": f"https://files.example.in/v/{d.whole(10000, 99999)}.m4a" if voice else None,
            "duration_seconds": d.whole(4, 95) if voice else None,
        }
        self.tables["ticket_remarks"].append(row)
        if self.t.writer == "engine" and agent:
            self._event(move.at, "remark_added", {"id": row["id"], "performed_by_id": agent.id,
                                                  "performed_by_role": agent.role}, agent.username)

    def _report(self, move):
        at = with_fraction(move.at, self.d)
        row = {
            "id": self.d.uuid(), "ticket_id": self.t.id, "agent_id": move.who.id,
            "solution_provided": move.data["text"], "time_spent_minutes": move.data["minutes"],
            "parts_used": move.data["parts"], "remarks": move.data["remarks"],
            "customer_signature_url": None, "agent_signature_url": None, "created_at": at, "updated_at": at,
        }
        if self.d.chance(0.15):
            row["customer_signature_url"] = f"https://files.example.in/sig/{self.d.whole(1000, 9999)}.png"
        self.tables["service_reports"].append(row)
        if self.t.writer == "engine":
            self._engine_event(move, "service_report_added", {"id": row["id"], "minutes": row["time_spent_minutes"]})

    # -- bills -----------------------------------------------------------------------------

    def _bill(self, move):
        old, amount = self.row["status"], Money(move.data["amount"])
        self.row["bill_amount"] = amount
        writer, resolve = self.t.writer, move.data["resolve"]
        if writer in ("app", "trigger") and resolve:
            self.row["status"] = "BillRaised"
            self._event(move.at, "ticket_resolved_bill_raised",
                        {"amount": amount, "performed_by_id": move.who.id}, self._by(move.who))
        elif writer in ("app", "trigger"):
            self._set_status(move, old, "BillRaised")
        elif writer == "engine":
            self.row["status"] = "BillRaised"
            self._engine_event(move, "ticket_resolved_bill_raised" if resolve else "bill_raised",
                               {"amount": amount, "from": old, "to": "BillRaised"})
        else:
            self.row["status"] = "BillRaised"
        if writer == "engine" or self.d.chance(0.1):
            self.row["billed_at"] = move.at
        self._touched(move.at)

    def _process(self, move):
        if self.t.writer == "engine":
            self.row["status"] = "BillProcessed"
            self._engine_event(move, "bill_processed", {"amount": Money(move.data["amount"]), "from": "BillRaised",
                                                        "reference": move.data["reference"], "to": "BillProcessed"})
        elif move.data["closes"]:
            # "Mark as Billed" of the app closes the ticket; only some are then set to processed.
            self._set_status(move, "BillRaised", "Closed")
            if self.d.chance(0.4):
                move.at += self.d.whole(40, 4000) * MICRO
                self._set_status(move, "Closed", "BillProcessed")
        else:
            self._set_status(move, "BillRaised", "BillProcessed")
            if self.t.writer == "app" and self.d.chance(0.3):
                # some installations also have the accounts export, which logs the payment
                self._event(move.at, "bill_processed", {"amount": Money(move.data["amount"]),
                                                        "reference": move.data["reference"]}, "accounts")
        self._touched(move.at)

    def _cancel(self, move):
        if self.t.writer == "engine":
            self.row["status"] = "Resolved"
            self._engine_event(move, "bill_cancelled", {"amount": Money(move.data["amount"]), "from": "BillRaised",
                                                        "reason": move.data["reason"], "to": "Resolved"})
            self.row["bill_amount"] = self.row["billed_at"] = None
        else:
            self._set_status(move, "BillRaised", "Resolved")
            self._event(move.at, "bill_cancelled", {"amount": Money(move.data["amount"]),
                                                    "reason": move.data["reason"]}, self._by(move.who))
        self._touched(move.at)

    # -- what is left in the row -----------------------------------------------------------

    def _settle(self):
        """Coverage, and the columns that say how it stands now."""
        t, d, row = self.t, self.d, self.row
        done = row["status"] in DONE
        last = max((m.at for m in t.moves if m.what in ("status", "bill", "process", "cancel")), default=None)
        if t.coverage == "gaps" and self.events:
            status_events = [e for e in self.events if "status" in e["action"]]
            lost = status_events[-1:] if d.chance(0.5) else status_events[:1]
            self.events = [e for e in self.events if e not in lost]
        elif t.coverage in ("created", "none"):
            self.events = [e for e in self.events if e["action"] == "ticket_created"]
        if row["bill_amount"] is None and row["status"] == "Closed" and not any(m.what == "bill" for m in t.moves):
            row["bill_amount"] = t.amount  # before there were bill statuses: closed, with an amount
        done_at = next((m.at for m in reversed(t.moves) if m.what == "bill"
                        or m.what == "status" and m.data["to"] == "Resolved"), last)
        if t.coverage != "full" and last:
            self.updated = max(last, t.created)  # changed in the database's own editor: true UTC
            if done and t.writer != "import" and d.chance(0.25):
                row["completed_at"] = done_at
        if t.writer == "engine" and done:
            row["completed_at"] = done_at
            row["task_status"] = "completed"
        elif done and d.chance(0.2):
            row["task_status"] = "completed"
        if self.history and t.writer != "import":
            if done and row["task_status"] == "completed" and "completed" in self.history[-1]:
                self.history[-1].update(completed=True, completed_at=as_json(done_at), completed_by=row["assigned_to"])
            row["assignment_history"] = self.history
        if t.writer == "import":
            row["first_assigned_to"] = None
            row["task_status"] = None
        if t.writer == "engine" and not any(m.what in ("escalate", "priority") or m.data.get("to") in
                                            ("Waiting for Customer", "On Hold", "Reopened") for m in t.moves):
            row["sla_due"] = OFFICE.after(t.created, targets(t.priority, t.amc)[1])
        row["updated_at"] = self.updated
        self.tables["tickets"].append(row)
        self.tables["audit_log"] += self.events


def writer_of(dice, created):
    """Who wrote a ticket's history down, by the date it came in."""
    date = local_date(created)
    if date < day_of("2025-05-24"):
        return "import"
    if day_of("2025-08-18") <= date <= day_of("2025-10-31"):
        return "trigger" if dice.chance(0.25) else "app"
    if date >= day_of("2026-02-09"):
        return "engine" if dice.chance(0.48) else "app"
    return "app"


def coverage_of(dice, writer, channel):
    if writer == "import":
        return "none"
    if writer == "engine":
        return "full"
    return dice.weighted([("full", 82), ("gaps", 8), ("created" if channel == "tally" else "none", 10)])
