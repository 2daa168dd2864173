"""A desk made by commands, with a command for every output of theirs."""

import atexit
import json
import shutil
import tempfile

from program import run

FOLDER = tempfile.mkdtemp(prefix="aroundtally-desk-")
atexit.register(shutil.rmtree, FOLDER)
DESK = ["--db", f"{FOLDER}/desk.db", "--quiet", "--format", "json"]
ADMIN = [*DESK, "--as", "admin"]
RAISE = ["ticket", "create", "--customer", "Anand Sweets", "--title", "GST return fails", "--priority", "Critical"]

run("init", *DESK)
run("agent", "add", "admin", "--role", "admin", *DESK)
run("agent", "add", "meera", "--role", "support-head", *ADMIN)
run("customer", "add", "Anand Sweets", "--amc-expiry", "2027-03-31", *ADMIN)
run(*RAISE, *ADMIN)
run("ticket", "claim", "T-1", *ADMIN)
run("ticket", "comment", "T-1", "inside", "--internal", *ADMIN)
run("ticket", "remark", "T-1", "outside", *ADMIN)
run("ticket", "status", "T-1", "Open", *ADMIN)
run("ticket", "service-report", "T-1", "--minutes", "5", "--solution", "done", *ADMIN)
INTAKE = json.loads(run("ticket", "intake", "list", *ADMIN).stdout)["data"]["intakes"][0]["id"]

COMMANDS = {
    "agent": [["agent", "add", "ravi", "--role", "support", *ADMIN], ["agent", "disable", "ravi", *ADMIN]],
    "agent_list": [["agent", "list", *ADMIN]],
    "api_key": [
        ["customer", "api-key", "create", "--customer", "Anand Sweets", *ADMIN],
        ["customer", "api-key", "revoke", "--customer", "Anand Sweets", "--dry-run", *ADMIN],
    ],
    "bill_list": [["bill", "list", *ADMIN]],
    "caller": [["whoami", *ADMIN]],
    "customer": [["customer", "show", "Anand Sweets", *ADMIN]],
    "customer_list": [["customer", "list", *ADMIN]],
    "intake": [["ticket", "intake", "show", INTAKE, *ADMIN]],
    "intake_list": [["ticket", "intake", "list", *ADMIN]],
    "plugin": [["customer", "plugin", "--customer", "Anand Sweets", *ADMIN]],
    "refusal": [
        ["ticket", "show", "T-9", *ADMIN], ["ticket", "show", "T-1", *DESK],
        ["ticket", "close", "T-1", "--if-version", "1", *ADMIN], ["ticket", "reopen", "T-1", *ADMIN],
    ],
    "setting": [["setting", "set", "enable_reports", '{"enabled": true}', *ADMIN]],
    "setting_list": [["setting", "list", *ADMIN]],
    "ticket": [
        [*RAISE, "--client-key", "k", *ADMIN], [*RAISE, "--client-key", "k", *ADMIN], [*RAISE, "--dry-run", *ADMIN],
        ["ticket", "show", "T-1", *ADMIN], ["ticket", "history", "T-1", *ADMIN],
        ["ticket", "assign", "T-1", "T-2", "--to", "meera", *ADMIN],
        ["ticket", "escalate", "T-1", "--reason", "late", *ADMIN],
        ["ticket", "status", "T-1", "Waiting for Customer", *ADMIN],
        ["ticket", "resolve", "T-1", "--bill", "1500.50", *ADMIN],
        ["bill", "process", "T-1", *ADMIN],
    ],
    "ticket_list": [["ticket", "list", *ADMIN]],
    "user": [["customer", "invite", "a@b.example", "--customer", "Anand Sweets", "--role", "admin", *ADMIN]],
}
