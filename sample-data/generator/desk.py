"""Puts the desk together: who, what happened, what was written down, what went wrong."""

import datetime
from dataclasses import dataclass

from . import agents, arrivals, customers, eras, extended, oddities, schema, texts
from .dice import Dice
from .lifecycle import UNTRIAGED_SINCE, Life, Ticket
from .moment import HOUR, IST, day_of, local

BY_TIME = {"tickets": "created_at", "ticket_comments": "created_at", "ticket_remarks": "created_at",
           "service_reports": "created_at", "audit_log": "created_at"}


@dataclass
class Plan:
    """What to make: the whole year, or a week of one era."""
    era: str
    tickets: int
    first: datetime.date
    last: datetime.date  # the as-of date
    dumped: int  # the instant of the dump; nothing later is in it
    customers: int
    agents: int

    @property
    def whole(self):
        return self.era == "latest"


def plan(era, tickets):
    if era == "latest":
        return Plan(era, tickets or 1500, day_of("2025-04-01"), day_of("2026-03-31"),
                    local("2026-04-02 13:05"), 60, 12)
    first, last = {"2025-05": ("2025-05-24", "2025-05-31"), "2025-11": ("2025-11-24", "2025-11-30"),
                   "2025-12": ("2025-12-26", "2025-12-31")}[era]
    return Plan(era, tickets or 15, day_of(first), day_of(last), local(f"{last} 19:30"), 6, 5)


def build(seed, the_plan):
    """The rows of every table, and the list of oddities."""
    dice = Dice(f"aroundtally/{seed}/{the_plan.era}")
    tables = {name: [] for name in schema.TABLES}
    opened = the_plan.first - datetime.timedelta(days=20)
    people = customers.make(dice.child("customers"), the_plan.customers, the_plan.last, opened)
    desk = agents.make(dice.child("agents"), the_plan.agents, opened, the_plan.dumped)
    tables["customers"] = [c.row for c in people]
    tables["agents"] = [a.row for a in desk.agents]
    life = Life(desk, the_plan.dumped, trouble=the_plan.whole)
    facts = [_ticket(dice.child(f"ticket {i}"), created, people, desk)
             for i, created in enumerate(_arrivals(dice.child("arrivals"), the_plan))]
    if not the_plan.whole:  # so few tickets: let every word of the era occur
        for i, ticket in enumerate(facts):
            ticket.priority = ["medium", "high", None if the_plan.era == "2025-12" else "medium", "urgent", "low"][i % 5]
            ticket.coverage = ticket.coverage if i % 5 == 4 else "full"
    for ticket in facts:
        life.play(ticket)
        eras.Clerk(tables, ticket, desk).write()
    extended.fill(dice.child("extended"), tables, people, desk, the_plan.first, the_plan.dumped,
                  1 if the_plan.whole else 0.08)
    found = oddities.Spoiler(dice.child("oddities"), tables, facts, desk).run() if the_plan.whole else []
    for table, column in BY_TIME.items():
        tables[table].sort(key=lambda row: row[column])
    tables["customers"].sort(key=lambda row: row["created_at"])
    return tables, found


def _arrivals(dice, the_plan):
    if not the_plan.whole:
        found = arrivals.in_span(dice, the_plan.tickets, the_plan.first, the_plan.last)
        return [at for at in found if at < the_plan.dumped]
    later = arrivals.in_span(dice.child("later"), 16, the_plan.last + datetime.timedelta(days=1),
                             the_plan.last + datetime.timedelta(days=2))
    return arrivals.of_year(dice, the_plan.tickets) + [at for at in later if at < the_plan.dumped]


def _ticket(dice, created, people, desk):
    d = dice.child("facts")
    customer = d.weighted((c, c.weight) for c in people if c.row["created_at"] < created) \
        if any(c.weight and c.row["created_at"] < created for c in people) else people[0]
    hour = (created + IST) // HOUR % 24
    portal = created >= local("2025-09-01 00:00")
    channel = d.weighted([("app", 48 if 9 <= hour < 19 else 3), ("tally", 38 if portal else 44),
                          ("portal", 17 if portal else 0)])
    priority = d.weighted([("urgent", 8), ("high", 23), ("medium", 48), ("low", 15),
                           (None, 6 if created >= UNTRIAGED_SINCE else 0)])
    category, title, description = texts.problem(d)
    writer = eras.writer_of(d, created)
    creator = None
    if channel == "app":
        creator = d.weighted((a, 3 if a.weight else 1) for a in desk.agents if a.works_on(created, notice=0))
    return Ticket(d.uuid(), customer, created, channel, priority, category, title, description, writer,
                  eras.coverage_of(d, writer, channel), creator, dice=dice)


def later_than(tables, instant):
    """How many tickets and events the dump holds from after an instant."""
    return (sum(row["created_at"] > instant for row in tables["tickets"]),
            sum(row["created_at"] > instant for row in tables["audit_log"]))
