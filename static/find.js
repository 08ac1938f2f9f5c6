// The keys of quick find: arrows go through what was found, Enter opens it, Escape
// puts it away. Without script the box sends its words to the page of what was found.
(() => {
  "use strict";
  const box = document.getElementById("quick-find");
  const found = document.getElementById("quick-hits");
  if (!box || !found) return;

  const links = () => {
    const near = [...found.querySelectorAll("a")];
    return near.length ? near : [...document.querySelectorAll("main .hits a")];
  };
  const close = () => found.replaceChildren();

  document.addEventListener("keydown", (event) => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const here = document.activeElement === box || at >= 0;
    if (!here || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && found.hasChildNodes()) {
      close();
      box.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length) {
      event.preventDefault();
      const to = at + (event.key === "ArrowDown" ? 1 : -1);
      (to < 0 ? box : all[Math.min(to, all.length - 1)]).focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".quick")) close();
  });
  document.addEventListener("focusin", (event) => {
    if (!event.target.closest(".quick")) close();
  });
  box.addEventListener("input", () => {
    if (!box.value.trim()) close();
  });
})();
