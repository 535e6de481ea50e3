"""deploy/jupyterhub-values.yaml: limits, an end for idle servers, nothing kept, no way out, no secret in it."""

import re

import pytest
import yaml

from build import ROOT

FILE = ROOT / "deploy" / "jupyterhub-values.yaml"


@pytest.fixture
def values():
    return yaml.safe_load(FILE.read_text("utf-8"))


def test_the_image_has_a_version(values):
    assert values["singleuser"]["image"]["tag"] not in ("", "latest")


def test_a_student_has_a_guarantee_and_a_limit(values):
    assert set(values["singleuser"]["memory"]) == set(values["singleuser"]["cpu"]) == {"guarantee", "limit"}


def test_idle_servers_end_and_no_server_lives_for_ever(values):
    assert values["cull"]["enabled"]
    assert 0 < values["cull"]["every"] < values["cull"]["timeout"] < values["cull"]["maxAge"]


def test_nothing_of_a_student_is_kept(values):
    assert values["singleuser"]["storage"] == {"type": "none"}


def test_a_notebook_reaches_no_other_host(values):
    policy = values["singleuser"]["networkPolicy"]
    assert policy["enabled"]
    assert set(policy["egressAllowRules"].values()) == {False}


def test_connections_are_encrypted_and_no_password_is_in_the_file(values):
    assert values["proxy"]["https"]["enabled"]
    assert re.findall(r"^[^#]*(?:password|secret|token)", FILE.read_text("utf-8"), re.I | re.M) == []


def test_a_server_opens_where_the_chapters_are(values):
    assert values["singleuser"]["defaultUrl"].endswith("/_live")
    assert "_ext.live.copy" in (ROOT / ".binder" / "postBuild").read_text("utf-8")
