"""The pages are HTML as it is written down: what one browser guesses right, a reader's other program may not."""

import json
import subprocess

import machine
from build import ROOT

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_the_checker_of_the_standard_finds_no_error_on_any_page(site):
    # For seconds of work the better compiler costs more than it gains; the code of the other needs more of a stack.
    java = [machine.java(), "-XX:TieredStopAtLevel=1", "-Xss4m", "-jar", CHECKER]
    command = [*java, "--errors-only", "--format", "json", "--skip-non-html", site]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    faults = json.loads(said.stderr)["messages"]
    assert [(each["url"], each.get("lastLine"), each["message"]) for each in faults] == []
