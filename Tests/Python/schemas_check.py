"""What the program writes as JSON is what its own schema says."""

import json
import os
import subprocess
import unittest

import jsonschema

BINARY = os.environ["AROUNDTALLY_BINARY"]

# A schema with the commands whose output it describes.
COMMANDS = {
    "doctor": [["doctor", "--format", "json"]],
    "finding": [["explain", "finding", "no_rows", "--format", "json"], ["explain", "finding", "--format", "json"]],
}


def run(*arguments):
    return subprocess.run([BINARY, *arguments], capture_output=True, check=False, text=True)


class Schemas(unittest.TestCase):
    def test_schemas_are_schemas(self):
        names = run("schema").stdout.split()
        self.assertGreater(len(names), 0)
        for name in names:
            with self.subTest(name):
                jsonschema.Draft202012Validator.check_schema(json.loads(run("schema", name).stdout))

    def test_outputs_are_valid(self):
        for name, commands in COMMANDS.items():
            validator = jsonschema.Draft202012Validator(json.loads(run("schema", name).stdout))
            for command in commands:
                with self.subTest(" ".join(command)):
                    errors = [error.message for error in validator.iter_errors(json.loads(run(*command).stdout))]
                    self.assertEqual(errors, [])


if __name__ == "__main__":
    unittest.main()
