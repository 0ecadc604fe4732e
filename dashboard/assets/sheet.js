// Shows HTML that dashboard/markup.py built, and follows our own links inside the app, so that a
// page changes without loading anew. New tab, middle click and the like stay the browser's.
export default function sheet({ data, parentElement }) {
  // Screen readers speak a page in the language it says it is in; Streamlit's always says English.
  document.documentElement.lang = data.lang;
  if (data.words) speak(data.lang, data.words);
  let root = parentElement.querySelector(":scope > .sheet");
  if (!root) {
    root = document.createElement("div");
    root.className = "sheet";
    root.onclick = follow;
    parentElement.appendChild(root);
  }
  if (root.shown !== data.html) {
    root.shown = data.html;
    root.innerHTML = data.html;
    focusHeading(root);
  }
}

// Streamlit shows the page of an address when the browser goes back or forth; a link is followed
// the same way, with one new entry in the history (switch_page leaves two, one of them broken).
function follow(event) {
  if (event.target.closest("a.skip")) {
    event.preventDefault();
    goOnFrom(document.querySelector(".sheet h1"));
    return;
  }
  const link = event.target.closest('a[href^="/"]');
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain) return;
  event.preventDefault();
  window.impactMatrixFollowed = true;
  window.history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

// A link may name a key that follows it, such as the arrow to the next target group; not while one
// types or moves within a field.
if (!window.impactMatrixKeys) {
  window.impactMatrixKeys = true;
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [role=combobox], [role=slider]");
    const hasModifier = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const link = document.querySelector(`.sheet a[data-key="${CSS.escape(event.key)}"]`);
    if (link && !isTyping && !hasModifier) link.click();
  });
}

// After a link was followed the keyboard goes on from the heading of what is new: of the page, or of
// the part of it that the link asked for.
function focusHeading(root) {
  const heading = root.querySelector("h1, h2");
  if (!heading || !window.impactMatrixFollowed) return;
  window.impactMatrixFollowed = false;
  goOnFrom(heading);
}

function goOnFrom(heading) {
  heading.tabIndex = -1;
  heading.focus();
}
