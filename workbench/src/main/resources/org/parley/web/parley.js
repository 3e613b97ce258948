"use strict";

// Joins the slider to the day field it moves: the field is what is sent.
(() => {
  const words = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });

  const say = (day) => words.format(new Date(day + "T00:00:00Z"));

  const join = (slider) => {
    const stops = slider.dataset.stops.split(" ");
    const field = document.getElementById("asOf");
    const shown = document.getElementById("shown");
    slider.form.classList.add("joined");

    const show = (day) => {
      shown.textContent = say(day);
      slider.setAttribute("aria-valuetext", say(day));
    };

    slider.addEventListener("input", () => {
      field.value = stops[Number(slider.value)];
      show(field.value);
    });

    field.addEventListener("input", () => {
      if (!field.value) return;
      let stop = 0;
      stops.forEach((day, i) => { if (day <= field.value) stop = i; });
      slider.value = String(stop);
      show(field.value);
    });
  };

  const slider = document.getElementById("slider");
  if (slider) join(slider);
})();

// A chart of time that is wider than the screen shows its latest end first, and keeps its labels in sight.
document.querySelectorAll(".chart.scroll").forEach((chart) => {
  const svg = chart.querySelector("svg");
  const follow = () => {
    const scale = svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
    svg.style.setProperty("--left", `${chart.scrollLeft * scale}px`);
  };
  chart.addEventListener("scroll", follow, { passive: true });
  if (!svg.matches(".hero, .speech")) chart.scrollLeft = chart.scrollWidth;
  follow();
});

// On a telephone the menu is folded, where scripts run; elsewhere it is open.
const narrow = window.matchMedia("(max-width: 40rem)");
const fold = () => document.querySelectorAll(".menu").forEach((menu) => { menu.open = !narrow.matches; });
document.body.classList.add("folds");
narrow.addEventListener("change", fold);
fold();

// What an address points at may lie in a closed part of the page: it is opened.
const reveal = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const part = target && target.closest("details:not([open])");
  if (part) {
    part.open = true;
    target.scrollIntoView();
  }
};
window.addEventListener("hashchange", reveal);
reveal();

// A slash goes to the search field, but for somebody who is writing.
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.querySelector(".find-all input");
    if (field) {
      field.focus();
      event.preventDefault();
    }
  }
});

// A file that is chosen is read into the field that is sent, in forms that come later, too.
const showFiles = () =>
  document.querySelectorAll("input[type=file][data-into]").forEach((file) => {
    file.closest(".by-script").hidden = false;
  });
document.addEventListener("change", async ({ target }) => {
  if (target.matches("input[type=file][data-into]") && target.files.length > 0) {
    const field = document.getElementById(target.dataset.into);
    field.value = await target.files[0].text();
    if (target.dataset.named) {
      document.getElementById(target.dataset.named).value = target.files[0].name;
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
});
document.addEventListener("htmx:load", showFiles);
showFiles();

// The log of a round is stepped through with the arrow keys.
(() => {
  const steps = document.querySelector("[data-steps]");
  if (!steps) return;
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable], .scroll")) return;
    const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    const link = rel && steps.querySelector("a[rel=" + rel + "]");
    if (!link) return;
    event.preventDefault();
    link.click();
  });
})();
