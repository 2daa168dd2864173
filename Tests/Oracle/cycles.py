"""When the cycles of each clock start and stop (SEMANTICS 5; POLICY "The wider file").

A cycle is one run of a clock: one row of `sla`. Most clocks have one; next response,
periodic update and a resolution with `on_reopen: new_clock` have several.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

from history import History
from policy import Policy
from vocabulary import WAITING, is_done, known_status

RUNNING, PAUSED, DONE = "running", "paused", "done"


@dataclass
class Stretch:
    """A span of time in which a clock runs, is paused, or its ticket is done: ``[start, end)``.

    ``last`` marks the one that ends at as-of and not by a change.
    """

    start: int
    end: int
    mode: str
    reopened: bool = False
    last: bool = False


@dataclass
class Cycle:
    """One run of a clock. ``stretches`` cover it from ``start`` to its stop, else to as-of."""

    number: int
    start: int
    stopped_at: Optional[int] = None
    stopped_by: str = ""
    stretches: list[Stretch] = field(default_factory=list)
    # SEMANTICS 3.4: done at an unknown time, "its clocks are `not_applicable`".
    unknown: bool = False

    def end(self, as_of: int) -> int:
        return as_of if self.stopped_at is None else self.stopped_at


def mode_of(status: str, pauses: set[str]) -> str:
    """SEMANTICS 2: "For clocks, ... *paused* means a status in the policy's `pause_on`"."""
    if is_done(status):
        return DONE
    return PAUSED if known_status(status) in pauses else RUNNING


def stretches_between(history: History, pauses: set[str], start: int, stopped_at: Optional[int], as_of: int) -> list[Stretch]:
    """The time from ``start`` to the stop (else as-of) by the ticket's status."""
    end = as_of if stopped_at is None else stopped_at
    status = history.status.until(as_of)
    borders = [start] + [when for when, _ in status.changes if start < when]
    stretches: list[Stretch] = []
    for when in borders:
        if when >= end and when > start and stopped_at is not None:
            break  # what happens at the stop is no part of the cycle
        mode = mode_of(status.at(when).text, pauses)
        if stretches and stretches[-1].mode == mode:
            continue
        if stretches:
            stretches[-1].end = when
        reopened = bool(stretches) and stretches[-1].mode == DONE
        stretches.append(Stretch(when, end, mode, reopened))
    stretches[-1].last = stopped_at is None
    return stretches


def stopped_at_its_start(history: History, pauses: set[str], start: int) -> list[Stretch]:
    """ "A clock that stops at its very start counts as stopped while running, unless it was paused."

    What a ticket was before its very first instant only the first event's old value can say.
    """
    before = history.status.initial.text if start == history.created_at else history.status.just_before(start).text
    return [Stretch(start, start, PAUSED if mode_of(before, pauses) == PAUSED else RUNNING)]


def entries_into_done(history: History, as_of: int) -> list[int]:
    """The instants at which the ticket becomes done, `created_at` included."""
    found = []
    was_done = False
    status = history.status.until(as_of)
    for when in [history.created_at] + [w for w, _ in status.changes if w > history.created_at]:
        done = is_done(status.at(when).text)
        if done and not was_done:
            found.append(when)
        was_done = done
    return found


def is_done_at(history: History, instant: int) -> bool:
    return is_done(history.status.at(instant).text)


def first_done(history: History, start: int, as_of: int) -> Optional[int]:
    """The first instant from ``start`` on at which the ticket is done, ``start`` included."""
    return start if is_done_at(history, start) else first_at_or_after(entries_into_done(history, as_of), start)


def first_at_or_after(instants: list[int], start: int) -> Optional[int]:
    return min((when for when in instants if when >= start), default=None)


def earlier_stop(reply: Optional[int], other: Optional[int], word: str, other_word: str) -> tuple[Optional[int], str]:
    """COMMANDS: "`reply` where both fall on one instant"; so does an assignment."""
    if reply is not None and (other is None or reply <= other):
        return reply, word
    return (other, other_word) if other is not None else (None, "")


def always_running(number: int, start: int, stop: tuple[Optional[int], str], as_of: int) -> Cycle:
    """A cycle that nothing pauses."""
    stopped_at, stopped_by = stop
    end = as_of if stopped_at is None else stopped_at
    return Cycle(number, start, stopped_at, stopped_by, [Stretch(start, end, RUNNING, last=stopped_at is None)])


# ---------------------------------------------------------------- clocks of one cycle


def first_response_cycles(history: History, policy: Policy, as_of: int) -> list[Cycle]:
    """The first reply, or the first instant at which the status is Waiting for Customer or done.

    `by: reply`: "then only a reply stops it; done without one also ends it".
    """
    reply = first_at_or_after([r for r in history.replies if r <= as_of], history.created_at)
    status = None
    if not history.done_at_unknown_time:
        borders = [history.created_at] + [when for when, _ in history.status.changes if when <= as_of]
        for when in borders:
            text = history.status.at(when).text
            if is_done(text) or (known_status(text) == WAITING and not policy.response_by_reply):
                status = when
                break
    cycle = always_running(1, history.created_at, earlier_stop(reply, status, "reply", "status"), as_of)
    cycle.unknown = history.done_at_unknown_time and cycle.stopped_at is None
    return [cycle]


def claim_cycles(history: History, policy: Policy, as_of: int) -> list[Cycle]:
    """ "the first instant with an assignee, `created_at` included, or done"."""
    assigned = None
    assignee = history.assignee.until(as_of)
    for when in [history.created_at] + [w for w, _ in assignee.changes]:
        if assignee.at(when) is not None:
            assigned = when
            break
    done = first_done(history, history.created_at, as_of)
    return [always_running(1, history.created_at, earlier_stop(assigned, done, "assignment", "status"), as_of)]


# ---------------------------------------------------------------- clocks of several cycles


def next_response_cycles(history: History, policy: Policy, as_of: int) -> list[Cycle]:
    """One cycle per exchange: from a customer's message that no reply has followed to the next reply, or done.

    Messages and replies are taken in their order; at one instant the message is first, so
    that the reply there answers it. Only messages from the first reply on count. What is
    said while the ticket is done stops at its start.
    """
    said = [(when, own, 0) for when, own in history.messages if when <= as_of]
    said += [(when, own, 1) for when, own in history.reply_times if when <= as_of]
    cycles: list[Cycle] = []
    replied, waiting_since = False, None
    for when, _, is_reply in sorted(said):
        if waiting_since is not None:
            done = first_done(history, waiting_since, as_of)
            if done is not None and done < when:
                cycles.append(always_running(len(cycles) + 1, waiting_since, (done, "status"), as_of))
                waiting_since = None
        if is_reply:
            if waiting_since is not None:
                cycles.append(always_running(len(cycles) + 1, waiting_since, (when, "reply"), as_of))
                waiting_since = None
            replied = True
        elif replied and waiting_since is None:
            waiting_since = when
    if waiting_since is not None:
        done = first_done(history, waiting_since, as_of)
        stop = (done, "status") if done is not None else (None, "")
        cycles.append(always_running(len(cycles) + 1, waiting_since, stop, as_of))
    return cycles


def periodic_update_cycles(history: History, policy: Policy, as_of: int) -> list[Cycle]:
    """ "`created_at` and each customer-visible agent reply while not done" to the next such reply, or done."""
    replies = [r for r in history.replies if r <= as_of]
    starts = [start for start in sorted({history.created_at, *replies}) if not is_done_at(history, start)]
    pauses = policy.update_pauses
    cycles = []
    for number, start in enumerate(starts, 1):
        reply = first_at_or_after(replies, start + 1)
        done = first_done(history, start, as_of)
        stopped_at, stopped_by = earlier_stop(reply, done, "reply", "status")
        stretches = stretches_between(history, pauses, start, stopped_at, as_of)
        cycles.append(Cycle(number, start, stopped_at, stopped_by, stretches))
    return cycles


def resolution_cycles(history: History, policy: Policy, as_of: int) -> list[Cycle]:
    """One cycle, stopped by "the last entry into done ... when still done at as-of"; with
    `on_reopen: new_clock` "each reopening is a cycle of its own"."""
    pauses = policy.pause_on
    stretches = stretches_between(history, pauses, history.created_at, None, as_of)
    if stretches[0].mode == DONE:
        stretches = stopped_at_its_start(history, pauses, history.created_at) + stretches
    lives: list[list[Stretch]] = [[]]
    for stretch in stretches:
        if stretch.reopened and policy.on_reopen == "new_clock":
            lives.append([])
        lives[-1].append(stretch)
    cycles = []
    for number, life in enumerate(lives, 1):
        cycle = Cycle(number, life[0].start, stretches=[s for s in life if s.mode != DONE])
        if life[-1].mode == DONE:
            cycle.stopped_at, cycle.stopped_by = life[-1].start, "status"
        cycles.append(cycle)
    return cycles


_CYCLES_OF = {
    "claim": claim_cycles,
    "first_response": first_response_cycles,
    "next_response": next_response_cycles,
    "periodic_update": periodic_update_cycles,
    "resolution": resolution_cycles,
}


def cycles_of(clock: str, history: History, policy: Policy, as_of: int) -> list[Cycle]:
    """All cycles of a clock. SEMANTICS 3.4: of a ticket that is done at an unknown time "its clocks
    are `not_applicable`, except a first response that a reply settles"."""
    if not history.done_at_unknown_time or clock == "first_response":
        return _CYCLES_OF[clock](history, policy, as_of)
    if clock == "next_response":
        return [Cycle(cycle.number, cycle.start, unknown=True) for cycle in next_response_cycles(history, policy, as_of)]
    return [Cycle(1, history.created_at, unknown=True)]
