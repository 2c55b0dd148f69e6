// The review by keys, and words that are selected in the text as places in it. Everything works without it, by links and numbers.
(() => {
  "use strict";

  // Keys: what has data-key="c" is clicked by "c"; a <details> is opened, and its first field gets the focus.
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    const types = writing && !["checkbox", "radio"].includes(writing.type);
    if (types || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.key.length !== 1) return;
    const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!found) return;
    event.preventDefault();
    if (found.tagName === "P") {
      // There is nothing to do, and it says why: told where it stands, and to who listens.
      found.scrollIntoView({ block: "nearest" });
      found.focus();
      return;
    }
    if (found.tagName !== "DETAILS") {
      found.click();
      return;
    }
    found.open = !found.open;
    const first = found.querySelector("summary");
    if (found.open && first) first.focus();
  });

  // A form is sent once, however often a key is pressed; a page that comes back from the history can send it again.
  const sent = new Set();
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (sent.has(event.target)) event.preventDefault();
    sent.add(event.target);
  });
  addEventListener("pageshow", () => sent.clear());

  const text = document.getElementById("selectable");
  const form = document.getElementById("correction");
  if (!text || !form) return;

  // A place in a paragraph as a place in the article, in code points, as the ledger counts.
  const place = (node, offset) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const paragraph = element && element.closest("[data-start]");
    if (!paragraph || !text.contains(paragraph)) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return Number(paragraph.dataset.start) + [...before.toString()].length;
  };

  // Whether a place has a letter or digit on both sides, so that it is inside a word.
  const isInside = (at) => at > 0 && [at - 1, at].every((one) => /[\p{L}\p{M}\p{N}]/u.test(wordsAt(one, one + 1)));

  // What is selected, as whole words, without white space at its ends; null where nothing of the text is.
  const selected = () => {
    const chosen = getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
    const range = chosen.getRangeAt(0);
    let start = place(range.startContainer, range.startOffset);
    let end = place(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) return null;
    const words = wordsAt(start, end);
    start += [...words].length - [...words.trimStart()].length;
    end -= [...words].length - [...words.trimEnd()].length;
    if (start >= end) return null;
    while (isInside(start)) start -= 1;
    while (isInside(end)) end += 1;
    return start < end ? { start, end } : null;
  };

  // The words between two places, as far as the paragraphs that are shown hold them.
  const wordsAt = (start, end) => {
    let found = "";
    let last = null;
    for (const paragraph of text.querySelectorAll("[data-start]")) {
      const from = Number(paragraph.dataset.start);
      const letters = [...paragraph.textContent];
      if (from >= end || from + letters.length <= start) continue;
      if (last !== null) found += " ".repeat(Math.max(0, from - last));
      found += letters.slice(Math.max(0, start - from), end - from).join("");
      last = from + letters.length;
    }
    return found;
  };

  const pairs = [...form.querySelectorAll("[data-pair]")].map((fieldset) => {
    const [start, end] = fieldset.querySelectorAll("input[type=number]");
    return { fieldset, start, end, told: fieldset.querySelector("output") };
  });
  const tell = (pair) => {
    const given = pair.start.value !== "" && pair.end.value !== "";
    pair.told.textContent = given ? wordsAt(Number(pair.start.value), Number(pair.end.value)).replace(/\s+/g, " ") : "";
  };
  const fill = (pair, chosen) => {
    pair.start.value = chosen ? chosen.start : "";
    pair.end.value = chosen ? chosen.end : "";
    tell(pair);
  };

  // The last selection is kept: a click on a button takes it away in some browsers.
  let kept = null;
  document.addEventListener("selectionchange", () => {
    kept = selected() || kept;
    for (const pair of pairs) pair.fieldset.querySelector("[data-take]").disabled = kept === null;
  });
  for (const pair of pairs) {
    pair.fieldset.querySelector(".buttons").hidden = false;
    const take = pair.fieldset.querySelector("[data-take]");
    take.disabled = true;
    take.addEventListener("click", () => kept && fill(pair, kept));
    pair.fieldset.querySelector("[data-clear]").addEventListener("click", () => fill(pair, null));
    for (const field of [pair.start, pair.end]) field.addEventListener("input", () => tell(pair));
  }

  // To fill in a new actor's name, or a day, is to choose it.
  form.elements.new_name.addEventListener("input", () => (form.querySelector("[name=speaker][value=new]").checked = true));
  const days = { on: "on", first: "between", last: "between" };
  for (const [name, choice] of Object.entries(days)) {
    const field = form.elements[name];
    field.addEventListener("input", () => (form.querySelector(`[name=day][value=${choice}]`).checked = true));
  }

  // Actors by name while it is typed; without script the button beside it loads the page anew with them.
  const box = document.getElementById("who");
  const list = document.getElementById("found-actors");
  const told = document.getElementById("actors-told");
  let waiting = 0;
  let asked = 0;
  const find = async () => {
    const words = box.value.trim();
    const mine = ++asked;
    if (words.length < 2) return;
    const answer = await fetch(`${box.dataset.called}?who=${encodeURIComponent(words)}`);
    if (!answer.ok || mine !== asked) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== asked) return;
    const chosen = list.querySelector("input:checked");
    const lines = [...found.querySelectorAll("#found-actors > p")];
    const others = lines.filter((line) => !chosen || line.querySelector("input").value !== chosen.value);
    list.replaceChildren(...(chosen ? [chosen.closest("p")] : []), ...others);
    told.textContent = found.getElementById("actors-told").textContent;
  };
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => find().catch(() => {}), 200);
  });
})();
