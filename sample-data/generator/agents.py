"""Agents: twelve people in all roles, one of whom has left."""

import datetime

from . import people
from .moment import HOUR, day_of, local_date, local_midnight, with_fraction


class Agent:
    """What the generator needs to know beside the row."""

    def __init__(self, row, weight):
        self.row = row
        self.id = row["id"]
        self.username = row["username"]
        self.name = row["full_name"]
        self.role = row["role"]
        self.weight = weight
        self.joined = day_of(people.JOINED.get(self.username, "2000-01-01"))
        self.left = day_of(people.LEFT.get(self.username, "2999-12-31"))

    def works_on(self, instant, notice=6):
        """At the desk on that date, and (almost) not under notice."""
        date = local_date(instant)
        return self.joined <= date and date + datetime.timedelta(days=notice) <= self.left


class Desk:
    """The agents by what they do."""

    def __init__(self, agents):
        self.agents = agents
        self.head = next(a for a in agents if a.role == "Support Head")
        self.admin = next(a for a in agents if a.role == "Admin")
        self.accountant = next(a for a in agents if a.role == "Accountant")
        self.engineers = [a for a in agents if a.weight]

    def engineer(self, dice, instant, other_than=None):
        """Somebody who is there to take a ticket."""
        return dice.weighted((a, a.weight) for a in self.engineers
                             if a.works_on(instant) and a is not other_than)

    def leaver(self):
        return next((a for a in self.engineers if a.username in people.LEFT), None)


def make(dice, count, opened, dumped):
    agents = []
    for i, (username, name, role, weight) in enumerate(people.AGENTS[:count]):
        d = dice.child(username)
        joined = day_of(people.JOINED[username]) if username in people.JOINED else opened
        row = {
            "id": d.uuid(), "username": username, "password": "sample-not-a-real-hash", "full_name": name,
            "role": role,
            "created_at": with_fraction(local_midnight(joined) + (9 * 60 + i) * HOUR // 60, d),
            "is_active": local_date(dumped) <= day_of(people.LEFT.get(username, "2999-12-31")),
            "auth_user_id": d.uuid() if i % 3 != 2 else None,
        }
        agents.append(Agent(row, weight))
    return Desk(agents)
