// Shows HTML that dashboard/markup.py built, and hands clicks on our own links to the app, so that
// a page changes without loading anew. New tab, middle click and the like stay the browser's.
export default function sheet({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(":scope > .sheet");
  if (!root) {
    root = document.createElement("div");
    root.className = "sheet";
    parentElement.appendChild(root);
  }
  if (root.shown !== data.html) {
    root.shown = data.html;
    root.innerHTML = data.html;
    focusHeading(root);
  }
  // Streamlit's page has no main landmark.
  parentElement.closest('[data-testid="stMain"]')?.setAttribute("role", "main");
  root.onclick = (event) => {
    const link = event.target.closest('a[href^="/"]');
    const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain) return;
    event.preventDefault();
    window.impactMatrixFollowed = true;
    setTriggerValue("followed", link.getAttribute("href"));
  };
}

// After a link was followed the keyboard goes on from the new page's heading, not from its start.
function focusHeading(root) {
  const heading = root.querySelector("h1");
  if (!heading || !window.impactMatrixFollowed) return;
  window.impactMatrixFollowed = false;
  heading.tabIndex = -1;
  heading.focus();
}
