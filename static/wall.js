// An item of the wall is moved to another month: by hand, by key, by its grip.
(() => {
  "use strict";
  const dialog = document.getElementById("move-dialog");
  if (!dialog || !window.htmx || !dialog.showModal) return;
  const wall = () => document.getElementById("wall");
  const buttons = [...dialog.querySelectorAll("button[value]:not([value=''])")];
  let card = null;
  const grip = (item) => item.querySelector(".wall-grip");

  function send(address, values, pk) {
    return htmx.ajax("POST", address, { source: "#wall", target: "#wall", swap: "outerHTML", values }).then(() => {
      const moved = pk && wall().querySelector(`[data-activity="${pk}"] > a`);
      if (moved) moved.focus();
    });
  }
  const move = (item, to) => {
    if (to && to !== item.dataset.from) send(grip(item).href, { to }, item.dataset.activity);
  };

  // By key: M on a card; the grip does the same for a mouse or a finger.
  function ask(item) {
    card = item;
    dialog.querySelector("[data-name]").textContent = item.querySelector("a").textContent;
    for (const button of buttons) button.toggleAttribute("aria-current", button.value === item.dataset.from);
    dialog.returnValue = "";
    dialog.showModal();
    (buttons.find((button) => button.value === item.dataset.from) || buttons[0]).focus();
  }
  dialog.addEventListener("close", () => {
    const item = card;
    card = null;
    if (!item) return;
    if (dialog.returnValue) move(item, dialog.returnValue);
    else item.querySelector("a").focus();
  });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 4, ArrowUp: -4 }[event.key];
    const at = buttons.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))].focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "m" || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = event.target.closest && event.target.closest("#wall [data-activity]");
    if (!item || dialog.open) return;
    event.preventDefault();
    ask(item);
  });
  document.addEventListener("click", (event) => {
    const held = event.target.closest(".wall-grip");
    const back = event.target.closest("[data-back]");
    if (held && held.closest("[data-activity]")) {
      event.preventDefault();
      ask(held.closest("[data-activity]"));
    } else if (back) {
      const { to, length, day = "", until = "" } = back.dataset;
      send(back.dataset.back, { to, length, day, until }, null);
    }
  });

  // By hand.
  let dragged = null;
  const month = (event) => dragged && event.target.closest("#wall [data-month]");
  const mark = (place) => {
    for (const other of document.querySelectorAll(".wall-month.is-target")) other.classList.toggle("is-target", other === place);
    if (place) place.classList.add("is-target");
  };
  document.addEventListener("dragstart", (event) => {
    dragged = event.target.closest && event.target.closest("#wall [data-activity]");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.querySelector("a").textContent);
  });
  document.addEventListener("dragover", (event) => {
    const place = month(event);
    if (place) event.preventDefault();
    if (dragged) mark(place);
  });
  document.addEventListener("drop", (event) => {
    const place = month(event);
    if (!place) return;
    event.preventDefault();
    move(dragged, place.dataset.month);
  });
  document.addEventListener("dragend", () => {
    dragged = null;
    mark(null);
  });
})();
