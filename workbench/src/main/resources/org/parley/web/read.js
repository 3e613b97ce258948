"use strict";

// Reading: files are sent as they are, and proposals are decided with one key each.
(() => {
  const bring = document.getElementById("bring");
  if (bring) {
    document.querySelectorAll(".by-script").forEach((each) => { each.hidden = false; });
    const text = bring.elements.text;
    const chosen = document.getElementById("f-file");

    const show = async (answer) => {
      if (answer.redirected) {
        location.assign(answer.url);
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("bring");
      if (fresh) {
        document.getElementById("main").innerHTML = page.getElementById("main").innerHTML;
        document.querySelectorAll(".by-script").forEach((each) => { each.hidden = false; });
        begin(document.getElementById("bring"));
      } else {
        document.body.innerHTML = page.body.innerHTML;
      }
      const said = document.querySelector(".problems, h1");
      said.tabIndex = -1;
      said.focus();
    };

    const send = async (form, file) => {
      const told = new URLSearchParams();
      for (const name of ["address", "publisher", "title", "published"]) {
        told.set(name, form.elements[name].value.slice(0, 500));
      }
      const button = form.querySelector("button[type=submit]");
      button.disabled = true;
      const named = button.textContent;
      button.textContent = form.dataset.reading;
      const body = file.size > 8 * 1024 * 1024 ? new Blob([]) : file;
      try {
        await show(await fetch(`${form.dataset.file}?${told}`, {
          method: "POST",
          headers: {
            "X-Parley-Token": form.elements.token.value,
            "Content-Type": /^(text|application)\/[\w.+-]+$/.test(file.type) ? file.type : "application/octet-stream",
          },
          body,
        }));
      } finally {
        button.disabled = false;
        button.textContent = named;
      }
    };

    const begin = (form) => {
      const file = form.querySelector("input[type=file]");
      const area = form.elements.text;
      form.addEventListener("submit", (event) => {
        if (file.files.length > 0 && area.value.trim() === "") {
          event.preventDefault();
          send(form, file.files[0]);
        }
      });
      area.addEventListener("dragover", (event) => {
        event.preventDefault();
        area.classList.add("is-over");
      });
      area.addEventListener("dragleave", () => area.classList.remove("is-over"));
      area.addEventListener("drop", (event) => {
        area.classList.remove("is-over");
        if (event.dataTransfer.files.length > 0) {
          event.preventDefault();
          send(form, event.dataTransfer.files[0]);
        }
      });
    };
    if (text && chosen) begin(bring);
  }

  // The words of a proposal are lit without touching the page, which others compare with theirs.
  const light = (proposal) => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("read");
    if (!proposal) return;
    const number = proposal.dataset.proposal;
    const marks = [...document.querySelectorAll("mark[data-by]")]
      .filter((each) => each.dataset.by.split(" ").includes(number));
    CSS.highlights.set("read", new Highlight(...marks.map((each) => {
      const range = new Range();
      range.selectNodeContents(each);
      return range;
    })));
    const box = marks.length > 0 && marks[0].closest(".scrolled");
    if (box && box.scrollHeight > box.clientHeight) {
      box.scrollTop += marks[0].getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
    }
  };

  // Selected words of the text become a claim.
  const select = () => {
    const chosen = document.getSelection();
    const form = document.querySelector("form.selected");
    const text = document.querySelector(".scrolled");
    if (!form || !chosen || chosen.isCollapsed || !text.contains(chosen.anchorNode)) return false;
    form.elements.words.value = chosen.toString().slice(0, 1000);
    form.submit();
    return true;
  };
  document.querySelectorAll(".selected .by-script").forEach((each) => { each.hidden = false; });

  const all = () => [...document.querySelectorAll("[data-proposal]")];
  const isOpen = (each) => each.dataset.open === "yes";
  const current = () => document.activeElement && document.activeElement.closest("[data-proposal]");
  const go = (proposal) => {
    if (!proposal) return;
    proposal.focus({ preventScroll: true });
    proposal.scrollIntoView({ block: "nearest" });
    light(proposal);
  };

  document.addEventListener("focusin", (event) => {
    const proposal = event.target.closest("[data-proposal]");
    if (proposal) light(proposal);
  });

  let decided = 0;

  const next = (proposals, at, step) => {
    if (at < 0) return proposals.find(isOpen) || proposals[0];
    return proposals[Math.min(Math.max(at + step, 0), proposals.length - 1)];
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "c" && select()) {
      event.preventDefault();
      return;
    }
    const proposals = all();
    if (proposals.length === 0) return;
    const here = current();
    const at = proposals.indexOf(here);
    const arrow = here && (event.key === "ArrowDown" || event.key === "ArrowUp");
    if (event.key === "j" || event.key === "k" || arrow) {
      event.preventDefault();
      go(next(proposals, at, event.key === "j" || event.key === "ArrowDown" ? 1 : -1));
    } else if ("aed".includes(event.key) && event.key.length === 1) {
      event.preventDefault();
      if (!here) {
        go(next(proposals, -1, 0));
        return;
      }
      const button = here.querySelector(`[data-key="${event.key}"]`);
      if (button) {
        decided = Number(here.dataset.proposal);
        button.click();
      }
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-key]");
    const proposal = button && button.closest("[data-proposal]");
    if (proposal) decided = Number(proposal.dataset.proposal);
  });

  // What was refused is shown as well: its answer holds the page with the reason.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 422 && event.detail.target.id === "reading") {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  document.addEventListener("htmx:afterSettle", () => {
    if (decided === 0) return;
    const proposals = all();
    const same = proposals.find((each) => Number(each.dataset.proposal) === decided);
    const refused = same && isOpen(same);
    const later = proposals.find((each) => Number(each.dataset.proposal) > decided && isOpen(each));
    go(refused ? same : later || proposals.find(isOpen) || same);
    decided = 0;
  });
})();
