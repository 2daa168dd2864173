"""What really happens to a ticket, move by move. What was written down about it is in `eras`."""

from dataclasses import dataclass, field
from math import exp
from statistics import NormalDist

from . import texts
from .moment import DAY, HOUR, MICRO, MINUTE, day_of, local_date, local_midnight, with_fraction
from .office import Office, in_force, targets

ON_HOLD_SINCE = local_midnight(day_of("2025-12-20"))
BILLS_SINCE = local_midnight(day_of("2025-11-24"))
UNTRIAGED_SINCE = local_midnight(day_of("2025-12-26"))
DONE = ("Resolved", "Closed", "BillRaised", "BillProcessed")
STEP_UP = {"low": "medium", None: "high", "medium": "high", "high": "urgent", "urgent": "urgent"}

# Share of tickets that are answered late and solved late, by month of creation.
LATE = {"2025-11": (0.24, 0.22), "2025-12": (0.09, 0.06), "2026-03": (0.045, 0.045)}
LATE_USUALLY = (0.075, 0.055)
SPREAD = 0.7  # of the logarithm of time taken over target


@dataclass
class Move:
    at: int
    what: str  # claim assign status reply ask customer note report escalate priority bill process cancel
    who: object = None  # an Agent; None for the customer
    data: dict = field(default_factory=dict)


@dataclass
class Ticket:
    """The facts of a ticket; `moves` are in order of time."""
    id: str
    customer: object
    created: int
    channel: str  # app portal tally
    priority: str
    category: str
    title: str
    description: str
    writer: str = "app"  # who writes its history down: import app trigger engine
    coverage: str = "full"  # full gaps created none
    creator: object = None
    amc: bool = False
    moves: list = field(default_factory=list)
    amount: str = None
    dice: object = None

    def move(self, at, what, who=None, **data):
        self.moves.append(Move(at, what, who, data))


def _ratio(dice, late_share):
    """Time taken over target: above 1 for about `late_share` of the tickets."""
    z = NormalDist().inv_cdf(1 - late_share)
    return min(exp(SPREAD * (dice.bell() - z)), 4.0)


class Life:
    """Plays the lives of tickets on a desk until the instant of the dump."""

    def __init__(self, desk, dumped, trouble=True):
        self.desk, self.dumped, self.office = desk, dumped, Office()
        self.trouble = trouble

    def play(self, ticket):
        d = ticket.dice.child("life")
        ticket.amc = in_force(ticket.customer.amc, local_date(ticket.created))
        first_target, solve_target = targets(ticket.priority, ticket.amc)
        late_first, late_solve = LATE.get(local_date(ticket.created).isoformat()[:7], LATE_USUALLY)
        first = max(first_target * _ratio(d, late_first), d.between(2, 9) * MINUTE)
        work = max(solve_target * _ratio(d, late_solve), first * 1.1 + d.between(5, 50) * MINUTE)
        stuck = self._stuck(ticket, d)
        owner = self.desk.engineer(d, ticket.created)
        if stuck == "left":
            owner, stuck = self.desk.leaver(), "stale"
        if stuck != "unclaimed":
            self._work(ticket, d, owner, first, work, stuck)
        elif d.chance(0.3):
            ticket.move(self.office.after(ticket.created, d.between(3, 20) * HOUR), "customer",
                        text="Any update? It is urgent.")
        ticket.moves = sorted((m for m in ticket.moves if m.at < self.dumped), key=lambda m: m.at)

    def _stuck(self, ticket, d):
        """Some tickets are never finished, the newer the more."""
        age = (self.dumped - ticket.created) // DAY
        if not self.trouble:
            return d.weighted([(None, 10), ("unclaimed", 1), ("waiting", 1), ("hold", 1), ("stale", 1)])
        if age < 4:
            share = 0.12
        elif age < 20:
            share = 0.085
        elif age < 60:
            share = 0.04
        else:
            share = 0.006 if age < 200 else 0.002
        if 92 <= age < 112 and ticket.writer == "app" and d.chance(0.04):
            return "left"
        if not d.chance(share):
            return None
        return d.weighted([("unclaimed", 12 if age < 10 else 2), ("waiting", 9), ("hold", 4), ("stale", 2)])

    def _after(self, ticket, at, work):
        return with_fraction(self.office.after(at, work), ticket.dice)

    def _work(self, ticket, d, owner, first, work, stuck):
        created, status = ticket.created, "New"
        claimed = self._after(ticket, created, first * d.between(0.2, 0.85))
        if d.chance(0.68):
            ticket.move(claimed, "claim", owner, to=owner)
        else:
            ticket.move(claimed, "assign", self.desk.head, to=owner,
                        note=d.pick([None, "You know this customer", "Please take", ""]))
        if d.chance(0.09):
            ticket.move(claimed + 20 * MICRO, "status", owner, frm=status, to="Open")
            status = "Open"
        owner, work = self._change_of_mind(ticket, d, owner, claimed, first, work)
        now = self._after(ticket, created, first)
        if d.chance(0.965):
            ticket.move(now, "reply", owner, text=d.pick(texts.FIRST_REPLIES), stage="open")
        if d.chance(0.72):
            now += d.whole(5, 400) * MICRO
            ticket.move(now, "status", owner, frm=status, to="In Progress")
            status = "In Progress"
        left = work - first
        if d.chance(0.14):
            ticket.move(self._after(ticket, now, left * d.between(0.05, 0.5)), "note", owner,
                        text=d.pick(texts.INTERNAL))
        spells = d.weighted([(0, 0.68), (1, 0.27), (2, 0.05)]) if ticket.coverage == "full" else int(d.chance(0.04))
        if stuck in ("waiting", "hold"):
            spells = max(spells, 1)
        for spell in range(spells):
            share = left * d.between(0.15, 0.6)
            left -= share
            now = self._after(ticket, now, share)
            hold = now >= ON_HOLD_SINCE and (stuck == "hold" or stuck is None and d.chance(0.2))
            pause = "On Hold" if hold else "Waiting for Customer"
            if not hold:
                ticket.move(now - 30 * MICRO, "ask", owner, text=d.pick(texts.ASKS), stage="waiting")
            ticket.move(now, "status", owner, frm=status, to=pause)
            status = pause
            if stuck in ("waiting", "hold") and spell == spells - 1:
                return
            now = self._after(ticket, now, d.between(1, 9 if not hold else 30) * HOUR * (3 if d.chance(0.2) else 1))
            if not hold and d.chance(0.7):
                ticket.move(now, "customer", text=d.pick(texts.CUSTOMER_WORDS))
            now += d.whole(60, 900) * MICRO
            ticket.move(now, "status", owner, frm=status, to="In Progress")
            status = "In Progress"
        if d.chance(0.25):
            ticket.move(self._after(ticket, now, left * d.between(0.2, 0.8)), "reply", owner,
                        text=d.pick(texts.REPLIES), stage="progress")
        if stuck:
            return
        now = self._after(ticket, now, left)
        self._finish(ticket, d, owner, now, status, work)

    def _change_of_mind(self, ticket, d, owner, claimed, first, work):
        """Handing over, escalating and triage, before the ticket is solved."""
        at = self._after(ticket, claimed, d.between(0.05, 0.3) * work)
        if d.chance(0.07):
            other = self.desk.engineer(d, at, owner)
            ticket.move(at, "assign", d.pick([owner, self.desk.head]), to=other,
                        note=d.pick(["Needs TDL knowledge", "On leave tomorrow", None]))
            if d.chance(0.15):
                ticket.move(self._after(ticket, at, d.between(0.2, 2) * HOUR), "assign", other, to=owner,
                            note="Not mine, back to you")
            else:
                owner = other
        if ticket.writer == "engine" and d.chance(0.09) and ticket.priority != "urgent":
            up = STEP_UP[ticket.priority]
            ticket.move(at + 2 * MINUTE, "escalate", owner, frm=ticket.priority, to=up, agent=self.desk.head,
                        reason=d.pick(["Owner called twice", "Vehicle waiting, e-way bill", "Return due today"]))
            return self.desk.head, min(work, work * 0.55 + first * 0.3)
        if ticket.writer == "engine" and (ticket.priority is None or d.chance(0.08)):
            to = d.weighted([("medium", 5), ("high", 3), ("low", 2)])
            if to != ticket.priority:
                ticket.move(claimed + 45 * MICRO, "priority", self.desk.head, frm=ticket.priority, to=to)
        return owner, work

    def _finish(self, ticket, d, owner, now, status, work):
        closing = "Closed" if d.chance(0.12) else "Resolved"
        if d.chance(0.3):
            ticket.move(now - 50 * MICRO, "reply", owner, text=d.pick(texts.CLOSINGS), stage="resolved")
        if d.chance(0.32):
            minutes = max(5, min(480, int(work / MINUTE * d.between(0.1, 0.6))))
            ticket.move(now - 20 * MICRO, "report", owner, minutes=minutes, text=d.pick(texts.SOLUTIONS),
                        parts=d.pick(texts.PARTS), remarks=d.pick([None, None, "", "Customer satisfied"]))
        billed = d.chance(0.62 if not ticket.amc or not self.trouble else 0.07)
        amount = f"{d.pick([500, 750, 1000, 1180, 1500, 1770, 2360, 2500, 2950, 3540, 5900, 8850, 11800, 17700])}.00"
        if d.chance(0.12):
            amount = f"{d.whole(450, 9000)}.{d.whole(1, 99):02d}"
        if billed and now < BILLS_SINCE:
            ticket.amount, closing = amount, "Closed"
        if billed and now >= BILLS_SINCE and d.chance(0.7):
            ticket.move(now, "bill", owner, frm=status, amount=amount, resolve=True)
            self._bill_life(ticket, d, now, amount)
            return
        ticket.move(now, "status", owner, frm=status, to=closing)
        if billed and now >= BILLS_SINCE:
            at = self._after(ticket, now, d.between(2, 30) * HOUR)
            ticket.move(at, "bill", self.desk.accountant, frm=closing, amount=amount, resolve=False)
            self._bill_life(ticket, d, at, amount)
        elif d.chance(0.065 if ticket.coverage == "full" else 0.02):
            self._reopen(ticket, d, owner, now, closing, work)
        elif closing == "Resolved" and d.chance(0.2 if ticket.coverage == "full" else 0.05):
            ticket.move(self._after(ticket, now, d.between(9, 60) * HOUR), "status", owner,
                        frm="Resolved", to="Closed")

    def _reopen(self, ticket, d, owner, now, frm, work):
        at = self._after(ticket, now, d.between(2, 45) * HOUR)
        ticket.move(at - 90 * MICRO, "customer", text="Same error again, see screenshot.")
        ticket.move(at, "status", owner, frm=frm, to="Reopened", reopening=True)
        if d.chance(0.15) and self.dumped - at < 60 * DAY:
            return
        again = self._after(ticket, at, work * d.between(0.1, 0.5))
        ticket.move(again, "status", owner, frm="Reopened", to="Resolved")

    def _bill_life(self, ticket, d, raised, amount):
        """Bills are processed after days or weeks, some never; a few are taken back."""
        ticket.amount = amount
        fate = d.weighted([("processed", 74), ("never", 18), ("cancelled", 4), ("reopened", 4 if self.trouble else 0)])
        at = self._after(ticket, raised, min(d.between(2, 60) + (90 if d.chance(0.25) else 0), 300) * HOUR * (2 if self.trouble else 0.15))
        if fate == "processed":
            ticket.move(at, "process", self.desk.accountant, frm="BillRaised", amount=amount,
                        reference=f"NEFT{d.whole(100000, 999999)}", closes=d.chance(0.3))
        elif fate == "cancelled":
            ticket.move(at, "cancel", self.desk.accountant, frm="BillRaised", amount=amount,
                        reason="Covered by AMC, raised by mistake")
        elif fate == "reopened" and raised + 3 * DAY < self.dumped:
            again = self._after(ticket, raised, d.between(5, 20) * HOUR)
            ticket.move(again, "status", self.desk.head, frm="BillRaised", to="Reopened", reopening=True)
            ticket.move(self._after(ticket, again, d.between(1, 6) * HOUR), "status", self.desk.head,
                        frm="Reopened", to="Resolved")
