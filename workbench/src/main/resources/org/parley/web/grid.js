"use strict";

// A table of cells: arrow keys move, a block is pasted, edits are undone, and what was typed is kept
// as a draft until it is saved. Where rows can be new, more are made as they are needed.
(() => {
  const form = document.getElementById("grid");
  if (!form) return;
  const table = form.querySelector("table.grid");
  const body = table.tBodies[0];
  const all = () => [...body.querySelectorAll("input")];
  const stored = new Map(all().map((cell) => [cell.name, cell.defaultValue]));
  const before = (cell) => stored.get(cell.name) ?? "";
  const key = "parley-grid " + location.pathname + " " + document.title;
  const undone = [];

  const inputAt = (row, column) => row?.cells[column]?.querySelector("input") ?? null;
  const at = (cell) => ({ row: cell.closest("tr"), column: cell.closest("td").cellIndex });

  // the next cell in a direction: rows without one in this column are passed over
  const go = (row, column, down, right) => {
    let next = null;
    do {
      row = down > 0 ? row?.nextElementSibling : down < 0 ? row?.previousElementSibling : row;
      column += right;
      next = inputAt(row, column);
    } while (row && !next && column >= 0 && column < row.cells.length);
    if (next) {
      next.focus();
      next.select();
    }
    return Boolean(next);
  };

  const place = (name) => name.slice(name.indexOf("/") + 1, name.lastIndexOf("/"));
  const number = (row) => Number(row.querySelector("input").name.split("/").pop());

  // another row like this one, empty, with the next number of its group
  const rowAfter = (row) => {
    const group = [...body.rows].filter((each) => each.dataset.group === row.dataset.group);
    const next = Math.max(...group.map(number)) + 1;
    const made = row.cloneNode(true);
    made.querySelectorAll(".error").forEach((each) => each.remove());
    made.querySelectorAll("input").forEach((cell) => {
      cell.name = cell.name.replace(/\d+$/, String(next));
      cell.value = "";
      cell.defaultValue = "";
      cell.dataset.was = "";
      cell.classList.remove("changed");
      cell.removeAttribute("aria-invalid");
    });
    made.querySelectorAll(".is-wrong").forEach((each) => each.classList.remove("is-wrong"));
    row.after(made);
    return made;
  };

  // a group of new rows ends with an empty one
  const grow = (cell) => {
    const row = cell.closest("tr");
    const isLast = row.nextElementSibling?.dataset.group !== row.dataset.group;
    if (row.dataset.group && isLast && cell.value !== "") rowAfter(row);
  };

  const find = (name) => {
    const cell = all().find((each) => each.name === name);
    if (cell) return cell;
    const rows = [...body.rows].filter((row) => row.dataset.group === place(name));
    const wanted = Number(name.split("/").pop());
    for (let last = rows.at(-1); last && number(last) < wanted; last = rowAfter(last));
    return all().find((each) => each.name === name);
  };

  const mark = (cell) => {
    cell.classList.toggle("changed", cell.value !== before(cell));
  };

  const keep = () => {
    const draft = all().filter((cell) => cell.value !== before(cell));
    try {
      if (draft.length === 0) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(draft.map((cell) => [cell.name, cell.value])));
    } catch {
      // without storage there is no draft
    }
  };

  const change = (edits) => {
    undone.push(edits.map(([cell]) => [cell, cell.value]));
    edits.forEach(([cell, value]) => {
      cell.value = value;
      cell.dataset.was = value;
      mark(cell);
      grow(cell);
    });
    keep();
  };

  all().forEach((cell) => {
    cell.dataset.was = cell.value;
  });

  table.addEventListener("focusin", (event) => {
    if (event.target.matches("input")) event.target.dataset.was = event.target.value;
  });

  // what was typed becomes one edit when the cell is left
  table.addEventListener("change", (event) => {
    const cell = event.target;
    if (!cell.matches("input")) return;
    undone.push([[cell, cell.dataset.was]]);
    cell.dataset.was = cell.value;
    mark(cell);
    grow(cell);
    keep();
  });

  table.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (!cell.matches("input")) return;
    const { row, column } = at(cell);
    const whole = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
    const begins = whole || (cell.selectionStart === 0 && cell.selectionEnd === 0);
    const ends = whole || cell.selectionStart === cell.value.length;
    let moved = false;
    if (event.key === "Enter" && !event.ctrlKey) {
      grow(cell);
      moved = go(row, column, event.shiftKey ? -1 : 1, 0);
    } else if (event.altKey || event.metaKey) return;
    else if ((event.ctrlKey && event.key === "z") || event.key === "Undo") {
      if (cell.value !== cell.dataset.was || undone.length === 0) return;
      const last = undone.pop();
      last.forEach(([each, value]) => {
        each.value = value;
        each.dataset.was = value;
        mark(each);
      });
      last[0][0].focus();
      keep();
      moved = true;
    } else if (event.ctrlKey) return;
    else if (event.key === "ArrowDown") moved = go(row, column, 1, 0);
    else if (event.key === "ArrowUp") moved = go(row, column, -1, 0);
    else if (event.key === "ArrowRight" && ends) moved = go(row, column, 0, 1);
    else if (event.key === "ArrowLeft" && begins) moved = go(row, column, 0, -1);
    if (moved || event.key === "Enter") event.preventDefault();
  });

  // a block from a spreadsheet fills the cells to the right and below
  table.addEventListener("paste", (event) => {
    const cell = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!cell.matches("input") || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const { row: first, column } = at(cell);
    const edits = [];
    let row = first;
    text
      .replace(/\r\n?/g, "\n")
      .replace(/\n$/, "")
      .split("\n")
      .forEach((line, down) => {
        if (down > 0) {
          // new rows take no row that stands on record
          const isSame = row?.nextElementSibling?.dataset.group === row?.dataset.group;
          row = !row || isSame || !row.dataset.group ? row?.nextElementSibling : rowAfter(row);
        }
        line.split("\t").forEach((value, right) => {
          const into = inputAt(row, column + right);
          if (into && !into.readOnly) edits.push([into, value.trim()]);
        });
      });
    if (edits.length > 0) change(edits);
  });

  form.addEventListener("submit", () => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // nothing was kept
    }
  });

  const draft = (() => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? "[]");
    } catch {
      return [];
    }
  })();
  const found = draft
    .map(([name, value]) => [find(name), value])
    .filter(([cell, value]) => cell && cell.value !== value);
  if (found.length > 0) {
    change(found);
    const note = document.createElement("p");
    note.className = "notice";
    note.setAttribute("role", "status");
    note.textContent = form.dataset.draft + " ";
    const discard = document.createElement("button");
    discard.type = "button";
    discard.className = "plain";
    discard.textContent = form.dataset.discard;
    discard.addEventListener("click", () => {
      all().forEach((cell) => {
        cell.value = before(cell);
        mark(cell);
      });
      undone.length = 0;
      keep();
      note.remove();
    });
    note.append(discard);
    form.before(note);
  }
})();

// A file is sent as it is, and the answer shows what it holds.
(() => {
  const main = document.getElementById("main");
  const begin = () => {
    const form = document.querySelector("form[data-file]");
    const file = form?.querySelector("input[type=file]");
    if (!file) return;
    form.querySelectorAll(".by-script").forEach((each) => { each.hidden = false; });
    file.addEventListener("change", async () => {
      if (file.files.length === 0) return;
      const told = new FormData(form);
      ["token", "text"].forEach((each) => told.delete(each));
      if (told.has("file")) told.set("file", file.files[0].name.slice(0, 200));
      const most = Number(form.dataset.most ?? 8) * 1024 * 1024;
      form.querySelectorAll(".sending").forEach((each) => { each.hidden = false; });
      const answer = await fetch(`${form.dataset.file}?${new URLSearchParams(told)}`, {
        method: "POST",
        headers: {
          "X-Parley-Token": form.elements.token.value,
          "Content-Type": "application/octet-stream",
        },
        body: file.files[0].size > most ? new Blob([]) : file.files[0],
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const shown = page.getElementById("main");
      if (!shown) return;
      main.innerHTML = shown.innerHTML;
      begin();
      globalThis.htmx?.process(main);
      const at = main.querySelector("[data-at]")?.dataset.at;
      if (at) history.replaceState(null, "", at);
      const said = main.querySelector(".problems, h1");
      said.tabIndex = -1;
      said.focus();
    });
  };
  begin();
})();

// A curve of worth: its best value and its red lines are dragged, and the fields beside it follow.
(() => {
  const MARGIN = 14;
  const WIDTH = 360;
  const TOP = 14;
  const BASE = 106;

  const begin = (curve) => {
    const svg = curve.querySelector("svg");
    const least = Number(curve.dataset.least);
    const most = Number(curve.dataset.most);
    const step = Number(curve.dataset.step);
    const [low, high, peak] = curve.querySelectorAll("input[type=number]");
    const shapes = [...curve.querySelectorAll("input[type=radio]")];
    const handle = svg.querySelector(".handle.peak");
    const written = svg.querySelector(".worth").getAttribute("points");

    const x = (value) => MARGIN + ((value - least) / (most - least)) * (WIDTH - 2 * MARGIN);
    const typed = (field, otherwise) => {
      const value = field.value === "" ? NaN : Number(field.value);
      return Number.isNaN(value) ? otherwise : Math.min(most, Math.max(least, value));
    };
    const shape = () => shapes.find((each) => each.checked)?.value ?? "same";
    const set = (element, values) =>
      Object.entries(values).forEach(([name, value]) => element.setAttribute(name, value));

    const draw = () => {
      const left = x(typed(low, least));
      const right = x(typed(high, most));
      const best = x(typed(peak, least));
      const end = WIDTH - MARGIN;
      const line = {
        same: [[MARGIN, TOP], [end, TOP]],
        rises: [[MARGIN, BASE], [end, TOP]],
        falls: [[MARGIN, TOP], [end, BASE]],
        peaks: [[MARGIN, best <= MARGIN ? TOP : BASE], [best, TOP], [end, best >= end ? TOP : BASE]],
      }[shape()];
      svg.querySelector(".worth").setAttribute(
        "points",
        line ? line.map((each) => each.join(",")).join(" ") : written);
      set(svg.querySelector(".beyond.left"), { width: Math.max(0, left - MARGIN) });
      set(svg.querySelector(".beyond.right"), { x: right, width: Math.max(0, end - right) });
      set(svg.querySelector(".limit.left"), { x1: left, x2: left });
      set(svg.querySelector(".limit.right"), { x1: right, x2: right });
      set(svg.querySelector(".handle.left"), { x: left - 6 });
      set(svg.querySelector(".handle.right"), { x: right - 6 });
      if (handle) {
        set(handle, {
          cx: { same: WIDTH / 2, rises: end, falls: MARGIN, peaks: best }[shape()] ?? WIDTH / 2,
        });
      }
    };

    const at = (event) => {
      const box = svg.getBoundingClientRect();
      const share = ((event.clientX - box.left) * (WIDTH / box.width) - MARGIN) / (WIDTH - 2 * MARGIN);
      const count = Math.round((most - least) / step);
      return Math.min(count, Math.max(0, Math.round(share * count)));
    };
    const value = (place) => (least + place * step).toFixed(Number(curve.dataset.decimals));

    let dragged = null;
    svg.addEventListener("pointerdown", (event) => {
      dragged = event.target.closest(".handle");
      if (!dragged) return;
      event.preventDefault();
      svg.setPointerCapture(event.pointerId);
    });
    svg.addEventListener("pointermove", (event) => {
      if (!dragged) return;
      const place = at(event);
      const count = Math.round((most - least) / step);
      if (dragged.classList.contains("left")) low.value = place === 0 ? "" : value(place);
      else if (dragged.classList.contains("right")) high.value = place === count ? "" : value(place);
      else {
        const word = place === 0 ? "falls" : place === count ? "rises" : "peaks";
        shapes.forEach((each) => { each.checked = each.value === word; });
        peak.value = word === "peaks" ? value(place) : "";
      }
      draw();
    });
    ["pointerup", "pointercancel"].forEach((name) => svg.addEventListener(name, () => { dragged = null; }));
    curve.addEventListener("input", (event) => {
      if (event.target === peak && peak.value !== "") {
        shapes.forEach((each) => { each.checked = each.value === "peaks"; });
      }
      draw();
    });
    svg.classList.add("can-drag");
  };

  document.querySelectorAll(".told-curve").forEach(begin);
})();
