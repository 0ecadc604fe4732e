"""Words of Streamlit's own fields, which it has in English alone, in the language of the page."""

from dashboard.language import mark, say
from dashboard.wording.about_taking_in import CHOOSE_FILES

WORDS = (
    mark("Skip to main content"),
    mark("Open"),
    mark("Close"),
    mark("Clear all"),
    mark("Clear value"),
    mark("Clear date"),
    mark("Selected Date: {what}"),
    mark("Choose date"),
    mark("Choose date, {what}"),
    mark("Empty"),
    mark("yyyy"),
    mark("add icon"),
    mark("Choose an option"),
    mark("Choose options"),
    mark("Select all"),
    mark("Select {what} matches"),
    mark("Selected values"),
    mark("No results"),
    mark("Remove {what}"),
    mark("Cancel upload of {what}"),
    mark("Help for {what}"),
    mark("{what} per file"),
    mark("{what} files are not allowed."),
    mark("file upload"),
    mark("Add files"),
    mark("Drag and drop files here"),
    mark("Increment"),
    mark("Decrement"),
    mark("Press Enter to apply"),
    mark("Press Ctrl+Enter to apply"),
    mark("Press ⌘+Enter to apply"),
    mark("Press Enter to submit form"),
    mark("Press Ctrl+Enter to submit form"),
    mark("Press ⌘+Enter to submit form"),
    mark("month, {what}"),
    mark("day, {what}"),
    mark("year, {what}"),
    mark("Previous month"),
    mark("Next month"),
    mark("Use arrow keys to navigate dates. Enter to select. Escape to close."),
    mark("Running..."),
    mark("Stop"),
    mark("Stop script"),
    mark("Please wait..."),
    mark("Connecting"),
    mark("Connection error"),
    mark("Page not found"),
    mark("The page that you have requested does not seem to exist. Running the app's main page."),
)
"""`{what}` is what a word is said about, such as the name of a field."""


def streamlit_words() -> dict[str, str]:
    """English to the language spoken now; a button that is called `Upload` uploads nothing yet."""
    spoken = {str.__str__(word): say(word) for word in WORDS}
    return {"Upload": say(CHOOSE_FILES)} | {e: said for e, said in spoken.items() if e != said}
