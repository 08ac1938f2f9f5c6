// Comforts of every page; nothing here is needed to work.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  const typing = (node) => node.closest("input, textarea, select, [contenteditable]");

  // "/" goes to the quick find.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenus(null);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const find = document.getElementById("quick-find");
    if (!find) return;
    event.preventDefault();
    find.focus();
    find.select();
  });

  // A menu closes when the person goes elsewhere.
  function closeMenus(except) {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (menu.contains(except)) continue;
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (inside && except === null) menu.querySelector("summary").focus();
    }
  }
  document.addEventListener("click", (event) => closeMenus(event.target));

  // A box that takes a pasted list, and of which Enter sends the form.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("[data-enter]")) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });

  // A form that was sent cannot be sent twice by an impatient finger.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("data-again") || event.defaultPrevented) return;
    setTimeout(() => lock(form, true));
  });
  function lock(form, on) {
    for (const button of form.querySelectorAll("button:not([type=button]), input[type=submit]")) {
      if (on && button.disabled) continue;
      if (!on && !button.hasAttribute("data-sent")) continue;
      button.disabled = on;
      button.toggleAttribute("data-sent", on);
    }
  }
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form").forEach((form) => lock(form, false));
  });

  // A whole ID number typed into a search box goes by a form, not into the address.
  const identify = document.querySelector("form[data-identify]");
  function withhold(event) {
    const form = event.target.closest("form[role=search]");
    const box = form && form.querySelector("input[name=q]");
    const number = box ? box.value.normalize("NFKC").replace(/[\s-]/g, "") : "";
    if (!identify || !/^\d{17}[\dx]$/i.test(number)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    identify.elements.number.value = number;
    box.value = "";
    identify.submit();
  }
  for (const kind of ["submit", "change"]) document.addEventListener(kind, withhold, true);

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });

  // htmx does not show refusals: say them where the messages are.
  const words = { 0: "没有连上，请检查网络后再试。", 404: "没有找到这条记录，可能已经被删除。", 429: "操作太频繁，请稍等一会儿。" };
  function say(text) {
    const list = document.getElementById("messages");
    if (!list) return;
    const item = document.createElement("p");
    const word = document.createElement("span");
    item.className = "message error";
    word.className = "word";
    word.textContent = "没有完成";
    item.append(word, text);
    list.replaceChildren(item);
    item.scrollIntoView({ block: "nearest" });
  }
  function reason(request) {
    const page = new DOMParser().parseFromString(request.responseText || "", "text/html");
    const told = page.getElementById("reason");
    return (told && told.textContent.trim()) || words[request.status] || "这一步没有完成，请刷新页面再试。";
  }
  document.addEventListener("htmx:responseError", (event) => say(reason(event.detail.xhr)));
  document.addEventListener("htmx:sendError", () => say(words[0]));

  // After a refused form the summary of its mistakes is read first.
  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();

  // A page that is there for its form begins in the first field.
  const first = document.querySelector(
    "main form.office-form:not([action]) :is(input:not([type=hidden], [type=file], [type=checkbox]), textarea, select)",
  );
  if (!summary && first && document.activeElement === document.body && !location.hash) first.focus({ preventScroll: true });
})();
