"""The believable support desk of a Tally partner, made from a seed.

Reading order: `dice` (chance), `moment` (time), `office` (working hours and promises),
`customers` and `agents` (who), `arrivals` and `lifecycle` (what really happens),
`eras` (what the product of that time wrote down about it), `oddities` (what went wrong
while writing it down), `extended` (the other tables), `schema` and `writing` (files).
"""
