"use strict";

// The table of positions: arrow keys move, a block is pasted, edits are undone, and what was typed
// is kept as a draft until it is saved.
(() => {
  const form = document.getElementById("grid");
  if (!form) return;
  const table = form.querySelector("table.grid");
  const cells = [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("input")]);
  const all = cells.flat();
  const stored = new Map(all.map((cell) => [cell.name, cell.defaultValue]));
  const key = "parley-grid " + location.pathname + " " + document.title;
  const undone = [];

  const at = (cell) => {
    const row = cells.findIndex((each) => each.includes(cell));
    return { row, column: row < 0 ? -1 : cells[row].indexOf(cell) };
  };

  const go = (row, column) => {
    const next = cells[row]?.[column];
    if (next) {
      next.focus();
      next.select();
    }
    return Boolean(next);
  };

  const mark = (cell) => {
    cell.classList.toggle("changed", cell.value !== stored.get(cell.name));
  };

  const keep = () => {
    const draft = all.filter((cell) => cell.value !== stored.get(cell.name));
    try {
      if (draft.length === 0) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(draft.map((cell) => [cell.name, cell.value])));
    } catch {
      // without storage there is no draft
    }
  };

  const change = (edits) => {
    const before = edits.map(([cell]) => [cell, cell.value]);
    edits.forEach(([cell, value]) => {
      cell.value = value;
      cell.dataset.was = value;
      mark(cell);
    });
    undone.push(before);
    keep();
  };

  all.forEach((cell) => {
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
    if (event.key === "Enter" && !event.ctrlKey) moved = go(row + (event.shiftKey ? -1 : 1), column);
    else if (event.altKey || event.metaKey) return;
    else if ((event.ctrlKey && event.key === "z") || event.key === "Undo") {
      if (cell.value !== cell.dataset.was || undone.length === 0) return;
      const before = undone.pop();
      before.forEach(([each, value]) => {
        each.value = value;
        each.dataset.was = value;
        mark(each);
      });
      before[0][0].focus();
      keep();
      moved = true;
    } else if (event.ctrlKey) return;
    else if (event.key === "ArrowDown") moved = go(row + 1, column);
    else if (event.key === "ArrowUp") moved = go(row - 1, column);
    else if (event.key === "ArrowRight" && ends) moved = go(row, column + 1);
    else if (event.key === "ArrowLeft" && begins) moved = go(row, column - 1);
    if (moved || event.key === "Enter") event.preventDefault();
  });

  // a block from a spreadsheet fills the cells to the right and below
  table.addEventListener("paste", (event) => {
    const cell = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!cell.matches("input") || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const { row, column } = at(cell);
    const edits = [];
    text
      .replace(/\r\n?/g, "\n")
      .replace(/\n$/, "")
      .split("\n")
      .forEach((line, down) => {
        line.split("\t").forEach((value, right) => {
          const into = cells[row + down]?.[column + right];
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
    .map(([name, value]) => [all.find((cell) => cell.name === name), value])
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
      all.forEach((cell) => {
        cell.value = stored.get(cell.name);
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
