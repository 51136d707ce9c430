"""What scripts/browser does on the pages for those who have a right: takes a document in, logs in, is refused."""
import subprocess
import tempfile
from pathlib import Path

from website import PARAGRAF, REPOSITORY

NEW = REPOSITORY / "corpus/bun-2024-03-19.pdf"
PASSWORD = "fyra ord på rad"
# What the browser's console says of pages that are meant to be refused.
MEANT = ["finns-inte", "/logga-in - Failed to load resource: the server responded with a status of 401",
         "/lasa-in - Failed to load resource: the server responded with a status of 403"]


def expect(holds, what):
    if not holds:
        raise AssertionError(what)


def add_user(reader, name, role):
    command = [PARAGRAF, "users", "add", name, "--role", role, "--password-stdin", "--archive", reader.archive]
    subprocess.run(command, input=PASSWORD, text=True, check=True, capture_output=True)


def imports_a_document(reader):
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "anteckning.pdf"
        other.write_text("ingen PDF alls")
        reader.open("/lasa-in")
        reader.one("#filer").send_keys(f"{NEW}\n{other}")
        reader.one(".upload button").click()
        reader.wait(lambda: reader.all("#inlasning:not([data-pagar])"), "the end of the import")
    lines = reader.all(".imports > li")
    expect("klar" in lines[0].text and "§" in lines[0].text, f"what was found is told: {lines[0].text}")
    expect("misslyckades" in lines[1].text and "ingen PDF" in lines[1].text, f"what failed is told: {lines[1].text}")
    reader.follow(".imports li a[href^='/dokument/']")
    reader.image()
    reader.open("/lasa-in")
    expect("2 filer" in reader.one(".list").text, "the import is remembered")


def takes_what_is_dropped(reader):
    reader.open("/lasa-in")
    box = reader.one(".upload").rect
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + 40}
    what = {"items": [], "files": [str(NEW)], "dragOperationsMask": 1}
    for kind in ["dragEnter", "dragOver", "drop"]:
        reader.browser.execute_cdp_cmd("Input.dispatchDragEvent", {"type": kind, "data": what, **at})
    reader.wait(lambda: reader.one("#filer").get_property("files"), "the dropped file in the form")
    expect(reader.one("#filer").get_property("value").endswith(NEW.name), "the dropped file is the one that will be sent")


def imports_without_a_script(reader):
    """The form is sent by the browser itself, and the page loads itself anew."""
    reader.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        reader.open("/lasa-in")
        reader.one("#filer").send_keys(str(NEW))
        reader.one(".upload button").click()
        reader.wait(lambda: "finns redan" in reader.one(".imports").text, "the list of what was sent")
    finally:
        reader.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def enter(reader, name, password):
    reader.one("#namn").clear()
    reader.one("#namn").send_keys(name)
    reader.one("#losenord").send_keys(password)
    reader.follow(".form button")


def logs_in_and_is_refused(reader):
    """The last check: from the first user on, no one reads without a name."""
    add_user(reader, "lisa", "reader")
    reader.open("/organ")
    expect("/logga-in" in reader.browser.current_url, "who has not logged in is asked to")
    enter(reader, "lisa", "något annat än lösenordet")
    expect(reader.one("#losenord").get_attribute("aria-describedby") == "fel" and reader.one("#fel").is_displayed(), "the error is tied to the field")
    enter(reader, "lisa", PASSWORD)
    expect(reader.browser.current_url.endswith("/organ"), f"one comes where one was going, not to {reader.browser.current_url}")
    expect("lisa" in reader.one(".who").text, "the head tells who has logged in")
    reader.open("/lasa-in")
    expect("kräver rollen redaktör" in reader.one("main").text, "a reader takes nothing in")
    reader.follow(".who button")
    expect("utloggad" in reader.one("main").text, "one is told of being logged out")
    reader.open("/organ")
    expect("/logga-in" in reader.browser.current_url, "after logging out the pages are closed")


def pictures(reader):
    """Opens the pages for those who have a right, one after the other; gives the name of each, and makes users on the way."""
    reader.open("/lasa-in")
    yield "lasain"
    reader.one("#filer").send_keys(f"{NEW}\n{REPOSITORY / 'README.md'}")
    reader.one(".upload button").click()
    reader.wait(lambda: reader.all("#inlasning:not([data-pagar])"), "the end of the import")
    yield "inlasning"
    reader.open("/logg")
    yield "logg"
    add_user(reader, "lisa", "admin")
    reader.open("/organ")
    yield "loggain"
    enter(reader, "lisa", "något annat än lösenordet")
    yield "loggain-fel"
    enter(reader, "lisa", PASSWORD)
    yield "inloggad"
