"""Nothing comes from or goes to anybody else, and no script runs that is not the site's own."""

import pytest

from marble_thumb import CHAPTER


@pytest.mark.parametrize("host", ["example.org", "192.0.2.1"])
def test_a_request_to_another_host_is_seen_and_reaches_nobody(reader, host):
    page = reader.context.new_page()
    with page.expect_event("requestfailed") as failed:
        page.set_content(f'<img src="http://{host}/a.png">')
    assert failed.value.failure == "net::ERR_NAME_NOT_RESOLVED"
    assert reader.foreign == [f"http://{host}/a.png"]
    reader.foreign.clear()


def test_the_policy_is_served_and_stands_in_the_page(reader):
    page = reader.context.new_page()
    response = page.goto(reader.address + CHAPTER)
    policy = response.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "default-src 'self'" in policy
    assert page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") == policy


def test_no_font_awesome_no_mathjax_no_widget_manager_reaches_a_page(new_reader):
    reader = new_reader()
    asked = []
    reader.context.on("request", lambda request: asked.append(request.url))
    reader.open(CHAPTER).wait_for_load_state("networkidle")
    assert not [
        url for url in asked if any(name in url for name in ("fontawesome", "mathjax", "require", "thebe"))
    ]
