"""A window of WebKit as a reader has it, for WebDriver: `window.py FOLDER PROXY [workers]`, by Debian's own Python.

WebKit's MiniBrowser would do but for one thing: for WebDriver it is always private, and a private window writes
nothing that a page says in its console. Into the folder go `said` (the console),
`downloads/`, and, at a `SIGUSR1`, the page as it would be printed: `paper.pdf`.
"""

import os
import signal
import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402 - the versions come first

FOLDER = Path(sys.argv[1])
# WebKit says what pages say to this process's standard error.
os.dup2(os.open(FOLDER / "said", os.O_WRONLY | os.O_APPEND), sys.stderr.fileno())
(FOLDER / "process").write_text(str(os.getpid()))

# Nothing leaves: whatever is not on this machine is asked of the proxy.
ELSEWHERE = WebKit2.NetworkProxySettings.new(f"http://127.0.0.1:{sys.argv[2]}", ["127.0.0.1"])
kept = WebKit2.WebsiteDataManager(
    base_data_directory=str(FOLDER / "kept"), base_cache_directory=str(FOLDER / "cache")
)
kept.set_network_proxy_settings(WebKit2.NetworkProxyMode.CUSTOM, ELSEWHERE)
context = WebKit2.WebContext(website_data_manager=kept)
settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
features = WebKit2.Settings.get_all_features()
for feature in map(features.get, range(features.get_length())):
    if feature.get_identifier() == "ServiceWorkers":
        settings.set_feature_enabled(feature, sys.argv[3:] == ["workers"])
view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True, settings=settings)


def begin(_: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    about = WebKit2.ApplicationInfo()
    about.set_name("window")
    session.set_application_info(about)
    session.connect("create-web-view", lambda _: view)


def save(_: WebKit2.WebContext, download: WebKit2.Download) -> None:
    def decide(download: WebKit2.Download, name: str) -> bool:
        download.set_destination((FOLDER / "downloads" / name).as_uri())
        return True

    download.connect("decide-destination", decide)


def put_on_paper() -> bool:
    printing = WebKit2.PrintOperation.new(view)
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, (FOLDER / "paper.part").as_uri())
    printing.set_print_settings(settings)
    printing.connect("finished", lambda _: (FOLDER / "paper.part").rename(FOLDER / "paper.pdf"))
    printing.print_()
    return GLib.SOURCE_CONTINUE


context.set_automation_allowed(True)
context.connect("automation-started", begin)
context.connect("download-started", save)
view.connect("close", lambda _: Gtk.main_quit())
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, put_on_paper)
frame = Gtk.Window(default_width=1280, default_height=900, decorated=False)
frame.add(view)
frame.show_all()
Gtk.main()
