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
