// Adds comfort to pages that work without it: the theme, copying a quotation, the key that goes to the search.
(() => {
  "use strict";
  const root = document.documentElement;

  const dark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  const keep = (theme) => {
    document.cookie = `desk-theme=${theme}; Path=/; Max-Age=31536000; SameSite=Strict`;
  };

  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    const tell = () => {
      button.textContent = dark() ? "Light" : "Dark";
      button.setAttribute("aria-label", dark() ? "Change to light colours" : "Change to dark colours");
    };
    button.hidden = false;
    tell();
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      keep(root.dataset.theme);
      tell();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tell);
  }

  // <button data-copy="#id" hidden>: copies the text of an element.
  for (const button of document.querySelectorAll("[data-copy]")) {
    const from = document.querySelector(button.dataset.copy);
    if (!from || !navigator.clipboard) continue;
    button.hidden = false;
    const words = button.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(from.textContent.replace(/\s+/g, " ").trim());
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = words), 1500);
    });
  }

  // What a mark of a chart says, shown above everything and never cut; by style alone where there is no script.
  root.classList.add("scripted");
  const told = document.createElement("div");
  told.className = "told";
  told.hidden = true;
  told.setAttribute("aria-hidden", "true");
  const tell = (mark) => {
    told.replaceChildren(
      ...[...mark.querySelectorAll(".tip text")].map((line) => {
        const words = document.createElement("p");
        words.textContent = line.textContent;
        return words;
      }),
    );
    document.body.append(told);
    told.hidden = false;
    const at = (mark.querySelector(".point") || mark).getBoundingClientRect();
    const left = at.left + at.width / 2 - told.offsetWidth / 2;
    const above = at.top - told.offsetHeight - 8;
    told.style.left = `${Math.max(8, Math.min(left, root.clientWidth - told.offsetWidth - 8))}px`;
    told.style.top = `${above > 8 ? above : at.bottom + 8}px`;
  };
  const hush = () => (told.hidden = true);
  for (const mark of document.querySelectorAll(".chart a.mark")) {
    mark.addEventListener("mouseenter", () => tell(mark));
    mark.addEventListener("focus", () => mark.matches(":focus-visible") && tell(mark));
    mark.addEventListener("mouseleave", hush);
    mark.addEventListener("blur", hush);
  }
  addEventListener("scroll", hush, { passive: true, capture: true });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hush());

  // "/" goes to the search, as long as nobody is writing.
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const box = document.querySelector("main input[type=search]") || document.querySelector("input[type=search]");
    if (box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });

  // A filter that is left empty does not stand in the address.
  for (const form of document.querySelectorAll("form[method=get]")) {
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
    });
  }
  addEventListener("pageshow", () => {
    for (const field of document.querySelectorAll("form[method=get] :disabled")) field.disabled = false;
  });
})();
