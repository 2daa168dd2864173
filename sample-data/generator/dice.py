"""Chance that is the same on every machine: one named stream per purpose."""

import hashlib
import math
import random


class Dice:
    """A stream of chance. Children are independent streams, so that a new draw in one
    place does not move the numbers of another."""

    def __init__(self, name):
        self.name = str(name)
        digest = hashlib.sha256(self.name.encode()).digest()
        self._random = random.Random(int.from_bytes(digest, "big"))

    def child(self, name):
        return Dice(f"{self.name}/{name}")

    def unit(self):
        """A number in [0, 1)."""
        return self._random.random()

    def chance(self, probability):
        return self.unit() < probability

    def between(self, low, high):
        return low + (high - low) * self.unit()

    def whole(self, low, high):
        """A whole number, both ends included."""
        return low + int(self.unit() * (high - low + 1))

    def pick(self, things):
        return things[int(self.unit() * len(things))]

    def weighted(self, pairs):
        """One of the things of (thing, weight) pairs."""
        pairs = list(pairs)
        mark = self.unit() * sum(weight for _, weight in pairs)
        for thing, weight in pairs:
            mark -= weight
            if mark < 0:
                return thing
        return pairs[-1][0]

    def shuffled(self, things):
        things = list(things)
        for i in range(len(things) - 1, 0, -1):
            j = int(self.unit() * (i + 1))
            things[i], things[j] = things[j], things[i]
        return things

    def bell(self):
        """A standard normal number."""
        return math.sqrt(-2 * math.log(1 - self.unit())) * math.cos(2 * math.pi * self.unit())

    def uuid(self):
        bits = f"{self._random.getrandbits(128):032x}"
        variant = "89ab"[int(bits[16], 16) % 4]
        text = bits[:12] + "4" + bits[13:16] + variant + bits[17:]
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
