"""Nothing comes from or goes to anybody else, and no script runs that is not the site's own."""

import pytest

from chapters import toc

PAGES = ["search.html", *(f"{name}.html" for name in toc())]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_no_other_host_and_leaves_the_console_empty(new_reader, path):
    reader = new_reader()
    page = reader.open(path)
    page.wait_for_load_state("networkidle")
    assert reader.foreign == []
    assert reader.console == []  # a violation of the served policy would stand here


@pytest.mark.parametrize("host", ["example.org", "192.0.2.1"])
def test_a_request_to_another_host_is_seen_and_reaches_nobody(reader, host):
    page = reader.context.new_page()
    with page.expect_event("requestfailed") as failed:
        page.set_content(f'<img src="http://{host}/a.png">')
    assert failed.value.failure == "net::ERR_NAME_NOT_RESOLVED"
    assert reader.foreign == [f"http://{host}/a.png"]
    reader.foreign.clear()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_inline_script_and_no_inline_handler(site, path):
    from html.parser import HTMLParser

    class Scripts(HTMLParser):
        found: list[str]

        def handle_starttag(self, tag, attrs):
            given = dict(attrs)
            runs = tag == "script" and "src" not in given and given.get("type") != "application/json"
            if runs or any(name.startswith("on") for name in given):
                self.found.append(self.get_starttag_text())

    parser = Scripts()
    parser.found = []
    parser.feed((site / path).read_text("utf-8"))
    assert parser.found == []


def test_the_policy_is_served_and_stands_in_the_page(reader):
    page = reader.context.new_page()
    response = page.goto(reader.address + PAGES[1])
    policy = response.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "default-src 'self'" in policy
    assert page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") == policy


def test_no_font_awesome_no_mathjax_no_widget_manager_reaches_a_page(new_reader):
    reader = new_reader()
    asked = []
    reader.context.on("request", lambda request: asked.append(request.url))
    reader.open("book/staging-and-prognosis.html").wait_for_load_state("networkidle")
    assert not [
        url for url in asked if any(name in url for name in ("fontawesome", "mathjax", "require", "thebe"))
    ]
