"""Customers: contracts in every state, a few busy companies and a long tail."""

import datetime

from . import people
from .moment import HOUR, local_midnight, with_fraction

# Days from the as-of date to the end of the contract, one per customer: every band that a report has.
# The busiest customers come first.
AMC_DAYS = [214, 131, -200, None, 300, 25, 178, -12, 59, 244, 5, -75, 342, 87, 12, None, 96, 41, 263, 0,
            -1, 75, -500, 120, 29, None, 7, -31, 155, 16, 61, -90, 290, None, 31, -366, 8, 200, -30, 90,
            "infinity", 15, None, -45, 110, -365, 30, 327, None, 66, -140, 230, -8, None, 48, 19, -700, None, 3, 101]
TSS_DAYS = [120, 45, -20, 10, 240, -3, 88, None, 14, 190, -60, 31, 7, 365, None, 0, 60, -150, 29, 75,
            -400, 16, None, 200, 2, 91, -31, 150, 15, None, 61, -10, 270, 8, -91, None, 33, 180, -1, 50,
            90, None, "-infinity", 30, -250, 110, 12, None, 215, -70, 5, 310, None, 45, -15, 130, 21, -730, None, 66]


class Customer:
    """What the generator needs to know beside the row."""

    def __init__(self, row, number, weight):
        self.row = row
        self.id = row["id"]
        self.amc = row["amc_expiry_date"]
        self.contact = row["contact_person"]
        self.number = number
        self.weight = weight


def _expiry(days, as_of_date):
    if days is None or isinstance(days, str):
        return days
    return (as_of_date + datetime.timedelta(days=days)).isoformat()


def make(dice, count, as_of_date, opened):
    """`count` customers; `opened` is the local date on which the desk began."""
    customers = []
    for i in range(count):
        d = dice.child(i)
        contact = people.person(d)
        company = people.COMPANIES[i % len(people.COMPANIES)]
        since = opened - datetime.timedelta(days=d.whole(3, 400)) if i < count * 0.8 or count < 20 \
            else opened + datetime.timedelta(days=d.whole(0, 200))
        accountant = people.person(d) if d.chance(0.55) else None
        row = {
            "id": d.uuid(),
            "company_name": company,
            "tally_license": d.pick(["Silver", "Silver", "Gold", "Gold", "Prime Server", "Rental", "Auditor"]),
            "tally_serial_no": f"7{d.whole(10000000, 99999999)}",
            "api_key": f"sample-key-{i + 1:03d}-{d.whole(0, 0xffffff):06x}" if i % 9 != 7 or count < 20 else None,
            "amc_expiry_date": _expiry(AMC_DAYS[i % len(AMC_DAYS)], as_of_date),
            "tss_expiry_date": _expiry(TSS_DAYS[i % len(TSS_DAYS)], as_of_date),
            "contact_person": contact,
            "contact_phone": people.phone(d),
            "contact_email": people.email(contact, i + 1),
            "created_at": with_fraction(local_midnight(since) + d.whole(10, 18) * HOUR, d),
            "accountant_name": accountant,
            "accountant_phone": people.phone(d) if accountant else "" if d.chance(0.3) else None,
            "accountant_email": people.email(accountant, i + 1) if accountant else None,
            "tally_customizations": d.weighted([
                (None, 6), ([], 1),
                ([{"name": d.pick(["Barcode label TDL", "Cheque print TDL", "WhatsApp invoice", "Auto backup"]),
                   "since": f"20{d.whole(21, 25)}-{d.whole(1, 12):02d}"}], 3)]),
            "secret_email": f"owner{i + 1}.private@example.in" if d.chance(0.2) else None,
            "auth_user_id": d.uuid() if d.chance(0.4) else None,
            "password": "sample-not-a-real-hash" if d.chance(0.3) else None,
            "contact_phone_numbers": d.weighted([
                (None, 4), ([people.phone(d)], 3), ([people.phone(d), f"020 2{d.whole(1000000, 9999999)}"], 2), ([], 1)]),
            "pinned_note": d.weighted([
                (None, 7), ("", 1), ("Call only after 4 pm", 1), ("Owner wants a mail copy of every reply", 1),
                ("TDL made by an outside party: take a backup first!", 1)]),
            "tally_software_history": d.weighted([
                (None, 6), ([{"version": "TallyPrime 4.1", "from": "2024-06-01"},
                             {"version": "TallyPrime 6.0", "from": "2025-04-01"}], 2),
                ([{"version": "Tally.ERP 9 6.6.3", "from": "2019-04-01"}], 1)]),
        }
        weight = 0 if count > 20 and i in (44, 57) else 1 / (i + 1.6) ** 0.95
        customers.append(Customer(row, i + 1, weight))
    return customers
