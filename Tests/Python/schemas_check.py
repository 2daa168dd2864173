"""What the program writes as JSON is what its own schema says."""

import json
import pathlib
import tempfile
import unittest

import jsonschema

import written_desk
from program import AS_SHOWN, POLICY, ROOT, SAMPLE, run

JSON = ["--format", "json"]
DESK = [SAMPLE, *AS_SHOWN, *JSON]
MARCH = ["--from", "2026-03-01", "--to", "2026-03-15T12:00"]
FEW = ["--customer", "Anand Sweets and Farsan", "--agent", "rohit", "--priority", "high", "--amc", "in_force"]
FIXTURES = ROOT / "Tests/CommandLineTests/fixtures"
BROKEN_POLICY = str(FIXTURES / "broken-policy.yaml")
WIDE_POLICY = str(FIXTURES / "wide.yaml")
WIDE = [str(FIXTURES / "exchange.sql"), "--policy", WIDE_POLICY, "--as-of", "2026-03-05T11:35", "--quiet", *JSON]
TICKET = json.loads(run("list", "tickets", *DESK, "--limit", "1").stdout)["data"][0]["ticket_id"]

def database():
    """A database that holds the sample desk, and the name of an Admin of it."""
    path = str(pathlib.Path(tempfile.mkdtemp()) / "desk.db")
    run("init", "--db", path, "--quiet")
    run("import", SAMPLE, "--db", path, "--quiet")
    return path


DB = database()
ADMIN = ["--db", DB, "--as", "vikas.admin", *JSON]

# A schema with the commands whose output it describes.
COMMANDS = {
    "audit": [["audit", "show", *ADMIN]],
    "audit_verify": [["audit", "verify", *ADMIN]],
    "backup": [["backup", "-o", DB + ".copy", *ADMIN]],
    "import": [["import", SAMPLE, *ADMIN, "--quiet"]],
    "breaches": [["list", "breaches", *DESK], ["list", "breaches", *DESK, *FEW, *MARCH, "--columns", "ticket_id"]],
    "at_risk": [["list", "at-risk", *DESK], ["list", "at-risk", *WIDE]],
    "doctor": [["doctor", *JSON]],
    "escalations": [["list", "escalations", *WIDE], ["list", "escalations", *DESK]],
    "explain_sla": [["explain", "sla", TICKET, *DESK], ["explain", "sla", "200000", *WIDE]],
    "finding": [["explain", "finding", "no_rows", *JSON], ["explain", "finding", *JSON]],
    "inspect": [["inspect", SAMPLE, "--as-of", "2026-03-31", "--quiet", *JSON]],
    "kpi": [
        ["report", "kpi", *DESK], ["report", "kpi", *DESK, *FEW, *MARCH],
        ["report", "kpi", *WIDE, "--cohort", "created"],
    ],
    "metric": [["explain", "metric", "backlog", *JSON], ["explain", "metric", *JSON]],
    "policy_check": [["policy", "check", POLICY, *JSON], ["policy", "check", BROKEN_POLICY, *JSON]],
    "policy_compare": [["policy", "compare", POLICY, WIDE_POLICY, *DESK]],
    "policy_show": [["policy", "show", *JSON], ["policy", "show", "--policy", WIDE_POLICY, *JSON]],
    "policy_suggest": [["policy", "suggest", "--attainment", "0.95", *DESK]],
    "sla": [["sla", *DESK], ["sla", *DESK, *FEW, *MARCH], ["sla", *WIDE]],
    "tickets": [
        ["list", "tickets", *DESK], ["list", "tickets", *DESK, "--columns", "title,age_s", "--limit", "3"],
        ["list", "tickets", *WIDE],
    ],
    **written_desk.COMMANDS,
}
# Schemas of files that people write.
OF_FILES = {"policy"}


class Schemas(unittest.TestCase):
    def test_schemas_are_schemas(self):
        names = run("schema").stdout.split()
        self.assertEqual(set(names), set(COMMANDS) | OF_FILES)
        for name in names:
            with self.subTest(name):
                jsonschema.Draft202012Validator.check_schema(json.loads(run("schema", name).stdout))

    def test_outputs_are_valid(self):
        for name, commands in COMMANDS.items():
            validator = jsonschema.Draft202012Validator(json.loads(run("schema", name).stdout))
            for command in commands:
                with self.subTest(" ".join(command)):
                    output = json.loads(run(*command).stdout)
                    self.assertEqual(output["schema"], f"aroundtally.{name}/1")
                    errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(output)]
                    self.assertEqual(errors[:10], [])

    def test_the_envelope_is_one(self):
        """Commands that read the desk say the same about what they read."""
        envelopes = [json.loads(run(*COMMANDS[name][0]).stdout) for name in ("sla", "tickets", "breaches", "kpi")]
        for envelope in envelopes:
            del envelope["schema"], envelope["data"]
            self.assertEqual(envelope, envelopes[0])


if __name__ == "__main__":
    unittest.main()
