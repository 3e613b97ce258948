"use strict";

// Forms: ids are completed, dates are said in words, and nothing that was typed is left behind
// unasked.
(() => {
  const ask = (address, then) => {
    let last = 0;
    let wait = 0;
    return (parameters) => {
      clearTimeout(wait);
      wait = setTimeout(async () => {
        const mine = ++last;
        const answer = await fetch(address + "?" + new URLSearchParams(parameters));
        if (answer.ok && mine === last) then(await answer.text());
      }, 150);
    };
  };

  // Ids: a list box below the field, moved through with the arrow keys (ARIA combobox).
  // In a comment, the name that is being typed after "@" is completed.
  const combine = (input, mention) => {
    const said = input.parentElement.querySelector("output");
    const list = document.createElement("ul");
    list.id = input.id + "-l";
    list.className = "options-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.list);
    list.hidden = true;
    input.parentElement.append(list);
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    // a text box of several lines is no combo box: it has no state of its list
    const isCombo = mention === undefined;
    const expanded = (is) => { if (isCombo) input.setAttribute("aria-expanded", String(is)); };
    if (isCombo) input.setAttribute("role", "combobox");
    expanded(false);
    let at = -1;

    const close = () => {
      list.hidden = true;
      at = -1;
      expanded(false);
      input.removeAttribute("aria-activedescendant");
    };

    const mark = (index) => {
      const options = list.children;
      if (options.length === 0) return;
      at = (index + options.length) % options.length;
      [...options].forEach((option, i) => {
        option.setAttribute("aria-selected", String(i === at));
      });
      options[at].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[at].id);
    };

    const take = (option) => {
      if (mention) {
        mention.take(option.dataset.id);
        close();
        return;
      }
      input.value = option.dataset.id;
      said.textContent = option.dataset.title;
      input.removeAttribute("aria-invalid");
      close();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    };

    // Of options, those of the point the form is about are meant.
    const asked = () => {
      const point = input.form?.elements.namedItem("point");
      const on = point && point !== input && point.value ? { on: point.value } : {};
      return { kinds: input.dataset.kinds, q: input.value, ...on };
    };

    const show = ask(document.body.dataset.complete, (html) => {
      if (document.activeElement !== input || (mention && !mention.typed())) return;
      list.innerHTML = html;
      [...list.children].forEach((option, i) => { option.id = list.id + i; });
      list.hidden = list.children.length === 0;
      expanded(!list.hidden);
      at = -1;
    });

    input.addEventListener("input", () => {
      if (said) said.textContent = "";
      const typed = mention ? mention.typed() : asked();
      if (typed) show(typed); else close();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && list.hidden && !mention) {
        show(asked());
      } else if (event.key === "ArrowDown" && !list.hidden) {
        mark(at + 1);
      } else if (event.key === "ArrowUp" && !list.hidden) {
        mark(at - 1);
      } else if (event.key === "Enter" && !list.hidden && at >= 0) {
        take(list.children[at]);
      } else if (event.key === "Escape" && !list.hidden) {
        close();
      } else {
        return;
      }
      event.preventDefault();
    });
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) take(option);
    });
    input.addEventListener("focus", () => {
      if (isCombo && input.value === "" && input.dataset.kinds === "options" && asked().on) show(asked());
    });
    input.addEventListener("blur", close);
  };

  let texts = 0;

  const mentionIn = (text) => {
    text.id ||= "text-" + (++texts);
    const before = () => text.value.slice(0, text.selectionStart);
    const begun = () => /(?:^|[^\p{L}\p{N}._@-])@([\p{L}\p{N}._@-]*)$/u.exec(before());
    combine(text, {
      typed: () => {
        const found = begun();
        return found && { kinds: "accounts", q: found[1] };
      },
      take: (name) => {
        const found = begun();
        if (!found) return;
        text.setRangeText(name + " ", text.selectionStart - found[1].length, text.selectionStart, "end");
        text.focus();
      },
    });
  };

  const sayDate = (input) => {
    const said = input.parentElement.querySelector("output");
    const show = ask(document.body.dataset.said, (html) => { said.innerHTML = html; });
    input.addEventListener("input", () => show({ date: input.value }));
  };

  // Lists and tables: a last line that somebody fills in is followed by an empty one.
  const lines = (several) => several.querySelectorAll(":scope > .one, :scope > .pair");

  // The number of a line, as the names of its fields have it.
  const numberOf = (several, line) =>
    Number(line.querySelector("[name]").name.slice(several.dataset.name.length + 1).split("/")[0]);

  const renumber = (line, stem, from, to) => {
    for (const [step, name] of [["/", stem], ["-", stem.replaceAll("/", "-")]]) {
      const old = name + step + from;
      const begins = new RegExp(
        "(^|[ :-])" + old.replace(/[^\w]/g, "\\$&") + "(?=$|[ /-])", "g");
      line.querySelectorAll("*").forEach((each) => {
        for (const attribute of [...each.attributes]) {
          if (attribute.name !== "aria-label" && attribute.value.includes(old)) {
            attribute.value = attribute.value.replace(begins, "$1" + name + step + to);
          }
        }
      });
    }
  };

  const empty = (line) => {
    line.classList.remove("is-wrong");
    line.querySelectorAll(".wrong, .options-list, .chosen, .either > input[type=hidden], details.row, .in-place")
      .forEach((each) => each.remove());
    line.querySelectorAll(".several").forEach((inner) => [...lines(inner)].slice(1).forEach((each) => each.remove()));
    line.querySelectorAll(".is-wrong").forEach((each) => each.classList.remove("is-wrong"));
    line.querySelectorAll("[aria-invalid]").forEach((each) => each.removeAttribute("aria-invalid"));
    line.querySelectorAll("output").forEach((each) => each.replaceChildren());
    line.querySelectorAll("input:not([type=checkbox]), textarea").forEach((each) => { each.value = ""; });
    line.querySelectorAll("input[type=checkbox]").forEach((each) => { each.checked = false; });
    line.querySelectorAll("select").forEach((each) => { each.selectedIndex = 0; });
  };

  const grow = (several) => {
    several.addEventListener("input", (event) => {
      const last = [...lines(several)].at(-1);
      if (!last || !last.contains(event.target) || event.target.value === "") return;
      const number = numberOf(several, last);
      const next = last.cloneNode(true);
      empty(next);
      renumber(next, several.dataset.name, number, number + 1);
      if (next.matches(".pair")) {
        const table = several.closest("fieldset").querySelector("legend").textContent.trim();
        next.querySelectorAll("label .vh").forEach((each) => {
          each.textContent = ", " + table + ", " + (number + 2);
        });
      }
      const first = next.querySelector("[aria-label]");
      if (first) first.setAttribute("aria-label", first.getAttribute("aria-label").replace(/(, \d+)?$/, ", " + (number + 2)));
      several.append(next);
      prepare(next);
      if (window.htmx) window.htmx.process(next);
    });
  };

  // Who will see it: the button that saves names them, as they are chosen.
  const name = (form) => {
    const button = form.querySelector("[data-saves]");
    const seen = form.querySelector("[name=_seen]");
    const chosen = form.querySelector("[name=visibility]:checked");
    if (!seen || !chosen) return;
    const which = form.querySelector("select[name='visibility/party']");
    const one = chosen.value === "party" && which;
    const some = [...form.querySelectorAll("[name^='visibility/parties/'][data-reader]")]
      .filter((each) => each.type === "hidden" || each.checked);
    if (button) {
      const withMediator = (names) => button.dataset.mediator.replace("READERS", () => names);
      const readers = one
        ? (which.value ? withMediator(which.selectedOptions[0].text) : "")
        : chosen.value === "parties"
          ? (some.length > 1 ? withMediator(some.map((each) => each.dataset.reader).join(", ")) : "")
          : chosen.dataset.readers;
      button.textContent = readers
        ? button.dataset.seen.replace("READERS", () => readers)
        : button.dataset.saves;
    }
    if (seen.dataset.follows) {
      const party = form.querySelector("[name='visibility/party']");
      seen.value = chosen.value === "party"
        ? "party " + (party ? party.value : "")
        : chosen.value === "parties"
          ? "parties " + some.map((each) => each.value).join(" ")
          : chosen.value;
    }
  };

  document.addEventListener("change", (event) => {
    const form = event.target.closest("#edit");
    if (!form || !/^visibility(\/party|\/parties\/\d+)?$/.test(event.target.name)) return;
    if (event.target.name === "visibility/party") {
      form.querySelector("[name=visibility][value=party]").checked = true;
    }
    if (event.target.name.startsWith("visibility/parties/") && event.target.checked) {
      form.querySelector("[name=visibility][value=parties]").checked = true;
    }
    name(form);
  });

  // A sealed forecast: the chance is digested here and never sent; its key is shown once.
  const sealing = (form) => {
    const fields = ["forecaster", "chance", "seal", "key"].map((name) => form.querySelector("input[name=" + name + "]"));
    if (!form.dataset.seal || fields.includes(null) || !window.crypto.subtle || form.querySelector(".sealing")) return;
    const [forecaster, chance, seal, key] = fields;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain sealing";
    button.textContent = form.dataset.seal;
    const said = document.createElement("output");
    said.className = "said";
    said.htmlFor = seal.id;
    button.addEventListener("click", async () => {
      if (forecaster.value.trim() === "" || chance.value.trim() === "") {
        said.textContent = form.dataset.sealFirst;
        return;
      }
      forecaster.value = forecaster.value.trim();
      chance.value = chance.value.trim();
      const hex = (bytes) => [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
      const random = hex(window.crypto.getRandomValues(new Uint8Array(16)));
      const text = [forecaster.value, chance.value, random].join("\n");
      const digest = await window.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
      seal.value = hex(new Uint8Array(digest));
      said.textContent = form.dataset.sealKept.replace("CHANCE", () => chance.value).replace("KEY", () => random);
      chance.value = "";
      key.value = "";
      dirty = true;
    });
    seal.after(button, said);
  };

  let dirty = false;

  const prepare = (part) => {
    part.querySelectorAll("input[data-kinds]:not([data-kinds=''])").forEach((each) => combine(each));
    part.querySelectorAll("textarea[data-mentions]").forEach(mentionIn);
    part.querySelectorAll("input.date").forEach(sayDate);
    part.querySelectorAll(".several").forEach(grow);
    const form = document.getElementById("edit");
    if (form) sealing(form);
  };

  prepare(document);
  document.addEventListener("htmx:afterSwap", (event) => {
    const form = document.getElementById("edit");
    if (form && (event.target === form || event.target.id === "edit")) {
      prepare(form);
      const open = form.querySelector(".row.is-new input, .row.is-new textarea, .row.is-new select");
      if (open) open.focus();
    }
  });
  document.addEventListener("input", (event) => {
    if (event.target.closest("#edit")) dirty = true;
  });
  document.addEventListener("submit", () => { dirty = false; });
  window.addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });
})();
