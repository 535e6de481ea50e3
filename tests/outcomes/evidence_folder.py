"""A small folder of evidence, invented and sound, for tests that spoil it in one place."""

from pathlib import Path

import pytest

from outcomes import LedgerFault, load_ledger

Files = dict[str, str | bytes]  # what a file is to hold, by its name

FILES = {
    "studies/roe-2020.yml": """\
source:
  key: roe-2020
  authors: Roe J, Doe J
  title: An invented series
  journal: Journal of Examples
  year: 2020
  doi: 10.1000/roe.2020
  pmid: '12345678'
  design: retrospective series
  n: 40
  level_seen: abstract
estimates:
- id: roe-os5
  topic: survival
  measure: 5-year overall survival
  endpoint: overall survival
  value: 62
  unit: '%'
  n: 40
  interval: {low: 50, high: 74, level: 95}
  population: all patients
  timepoint: 5 y
  locator: abstract
- id: roe-m1
  topic: stage at presentation
  measure: metastatic at presentation
  value: 25
  unit: '%'
  events: 10
  n: 40
  processing: computed
  method: 10/40
  population: all patients
  locator: abstract
- id: roe-change
  topic: treatment
  measure: median change in target lesions
  value: -8.3
  unit: '%'
  population: treated patients
  locator: abstract
""",
    "topics/staging.yml": """\
topic: staging
sources:
- key: poe-2021
  authors: Poe E
  title: An invented review
  journal: Reviews of Examples
  design: review
  level_seen: abstract
facts:
- id: stage-size
  statement: Size decides the T class.
  numbers:
  - id: upper-limit
    measure: T1 upper limit
    value: 5
    unit: cm
  sources: [poe-2021]
  level_seen: table or excerpt
""",
    "claims.yml": """\
claims:
- id: claim-one
  document: poe-2021
  topic: staging
  statement: Tumours are small.
  source: roe-2020
  verdict: contested
  note: They are not.
""",
    "corrections.yml": """\
corrections:
- id: corr-one
  severity: A
  documents: [poe-2021]
  says: Tumours are small.
  finding: They are not.
  verdict: misreported
  sources: [roe-2020]
  claims: [claim-one]
""",
    "conflicts.yml": """\
conflicts:
- id: conflict-one
  about: size
  statement: One says small, one says large.
  sources: [roe-2020, poe-2021]
  facts: [stage-size]
not_found:
- A randomised trial.
""",
    "comparability.yml": """\
comparisons:
- id: axis-one
  kind: axis
  about: survival
  rule: Not beside disease-specific survival.
  estimates: [roe-os5]
""",
}

STUDY, TOPIC = "studies/roe-2020.yml", "topics/staging.yml"


def write(folder: Path, files: Files) -> Path:
    """Write files into a folder, on top of the sound ones, and return the folder."""
    for name, content in {**FILES, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def spoil(name: str, old: str, new: str) -> Files:
    """Return one of the sound files with one passage replaced."""
    assert FILES[name].count(old) == 1, f"{old!r} must stand once in {name}"
    return {name: FILES[name].replace(old, new)}


def faults_of(folder: Path) -> list[str]:
    """Return what is told of a folder that must not be read as evidence."""
    with pytest.raises(LedgerFault) as caught:
        load_ledger(folder)
    return caught.value.faults
