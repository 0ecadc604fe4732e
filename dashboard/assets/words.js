// Streamlit has words of its own, in English alone: `Clear all`, `Choose a date`. Those that the page
// hands over are said in its language wherever they come up. `{what}` in one stands for what it is
// said about. Sheets speak the language already, and words of files are left as they are.
const SPOKEN = ["aria-label", "aria-valuetext", "title", "placeholder"];
const OURS = ".sheet, .js-plotly-plot, [data-testid=stIconMaterial]";

function speak(language, words) {
  const page = window;
  if (page.impactMatrixSpeaks === language) return;
  page.impactMatrixSpeaks = language;
  if (page.impactMatrixPhrases) sayWithin(document.body, page.impactMatrixPhrases.map(([from, to]) => [to, from]));
  page.impactMatrixPhrases = Object.entries(words);
  sayWithin(document.body, page.impactMatrixPhrases);
  if (page.impactMatrixListens) return;
  page.impactMatrixListens = new MutationObserver((changes) => {
    for (const { type, target, attributeName, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach((node) => sayWithin(node, page.impactMatrixPhrases));
      else if (type === "attributes") sayAttribute(target, attributeName, page.impactMatrixPhrases);
      else sayText(target, page.impactMatrixPhrases);
    }
  });
  page.impactMatrixListens.observe(document.body, {
    attributeFilter: SPOKEN, attributes: true, characterData: true, childList: true, subtree: true,
  });
}

function sayWithin(node, phrases) {
  if (node.nodeType === Node.TEXT_NODE) return sayText(node, phrases);
  if (node.nodeType !== Node.ELEMENT_NODE || node.closest(OURS)) return;
  const elements = [node, ...node.querySelectorAll(SPOKEN.map((name) => `[${name}]`).join())];
  elements.forEach((element) => SPOKEN.forEach((name) => sayAttribute(element, name, phrases)));
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) sayText(texts.currentNode, phrases);
}

function sayAttribute(element, name, phrases) {
  const said = element.closest(OURS) ? undefined : saidInstead(element.getAttribute(name), phrases);
  if (said !== undefined) element.setAttribute(name, said);
}

function sayText(text, phrases) {
  const said = text.parentElement?.closest(OURS) ? undefined : saidInstead(text.nodeValue, phrases);
  if (said !== undefined) text.nodeValue = said;
}

// Undefined where nothing is to be said instead. What was said once is not looked at again: a Dutch
// word may begin like an English one.
function saidInstead(text, phrases) {
  for (const [english, other] of text ? phrases : []) {
    if (text === english) return text === other ? undefined : other;
    const [before, after] = english.split("{what}");
    if (after === undefined || text.length <= before.length + after.length) continue;
    if (!text.startsWith(before) || !text.endsWith(after)) continue;
    const what = inLanguage(text.slice(before.length, text.length - after.length));
    const said = other.replace("{what}", () => what);
    return said === text ? undefined : said;
  }
  return undefined;
}

// A day that was chosen is told to those who hear the page as `June 01, 2025`.
function inLanguage(what) {
  if (!/^[A-Z][a-z]+ \d{2}, \d{4}$/.test(what)) return what;
  const form = { day: "numeric", month: "long", year: "numeric" };
  return new Date(what).toLocaleDateString(window.impactMatrixSpeaks, form);
}

