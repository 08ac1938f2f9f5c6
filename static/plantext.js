// A text too long to send is told at once, and stays in the box.
"use strict";

document.querySelectorAll("textarea[data-most-bytes]").forEach((box) => {
  const notice = document.getElementById("text-too-long");
  box.form.addEventListener("submit", (event) => {
    const bytes = new TextEncoder().encode(box.value).length;
    const tooLong = bytes > Number(box.dataset.mostBytes);
    notice.hidden = !tooLong;
    if (tooLong) {
      event.preventDefault();
      event.stopImmediatePropagation();
      notice.scrollIntoView({ block: "center" });
    }
  });
});

// The source opens where the chosen plan's activities begin.
document.querySelectorAll(".source-lines[data-show]").forEach((list) => {
  const line = document.getElementById(list.dataset.show);
  if (line) list.scrollTop = line.offsetTop;
});
