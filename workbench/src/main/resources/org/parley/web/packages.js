// Brushes the frontier and lets the figures of "What if?" say where they stand.
"use strict";

(() => {
  // The figures: what is moved is marked, and everything is asked again while it moves.
  const form = document.getElementById("whatif");

  const mark = (input) => {
    const label = input.closest(".slider, label");
    if (!label) return;
    if (input.type === "range") {
      label.querySelector("output").textContent = input.value;
      label.classList.toggle("changed", input.value !== input.dataset.stated);
    } else if (input.type === "checkbox") {
      label.classList.toggle("changed", input.checked);
    }
  };

  if (form) {
    document.body.classList.add("scripted");
    form.querySelectorAll("input").forEach(mark);
    document.addEventListener("input", (event) => {
      if (event.target.form === form) mark(event.target);
    });
  }

  // What stands as the case has it need not be sent.
  document.addEventListener("htmx:configRequest", (event) => {
    if (!form) return;
    [...form.elements].forEach((input) => {
      const unmoved = input.type === "range" && input.value === input.dataset.stated;
      const open = input.type === "radio" && input.checked && input.value === "";
      if (unmoved || open) delete event.detail.parameters[input.name];
    });
  });

  // The frontier: a range an axis; what lies outside one of them fades.
  const brush = (section) => {
    const lines = [...section.querySelectorAll(".as-lines .outcomes polyline")];
    const dots = [...section.querySelectorAll(".as-dots .outcomes circle")];
    const axes = [...section.querySelectorAll(".axis")];
    const values = lines.map((line) => line.dataset.v.split(" ").map(Number));
    const ranges = axes.map(() => null);
    const inputs = [...section.querySelectorAll(".brushes input")];
    const picked = section.querySelector("#picked");
    const titles = [...section.querySelectorAll("#titles li")];
    let chosen = -1;

    const scale = axes.map((axis) => ({
      least: Number(axis.dataset.least), most: Number(axis.dataset.most),
      top: Number(axis.dataset.top), bottom: Number(axis.dataset.bottom),
    }));
    const y = (axis, value) => {
      const { least, most, top, bottom } = scale[axis];
      return most === least ? (top + bottom) / 2 : bottom - (value - least) * (bottom - top) / (most - least);
    };
    const value = (axis, at) => {
      const { least, most, top, bottom } = scale[axis];
      return least + (bottom - Math.min(bottom, Math.max(top, at))) * (most - least) / (bottom - top);
    };

    const inside = (each) => ranges.every((range, axis) =>
      !range || (each[axis] >= range[0] - 1e-9 && each[axis] <= range[1] + 1e-9));

    const pick = (index) => {
      chosen = index;
      [...lines, ...dots].forEach((mark) => mark.classList.remove("one"));
      picked.hidden = index < 0;
      if (index < 0) return;
      [lines[index], dots[index]].forEach((mark) => {
        if (!mark) return;
        mark.classList.add("one");
        mark.parentNode.append(mark);
      });
      const list = picked.querySelector("dl");
      const pairs = axes.map((axis, i) => [axis.querySelector(".name").textContent, String(values[index][i])]);
      lines[index].dataset.o.split(" ").forEach((option, point) => {
        pairs.push([titles[point].dataset.label, titles[point].children[Number(option)].textContent]);
      });
      list.replaceChildren(...pairs.map(([term, words]) => {
        const pair = document.createElement("div");
        const dt = document.createElement("dt");
        const dd = document.createElement("dd");
        dt.textContent = term;
        dd.textContent = words;
        pair.append(dt, dd);
        return pair;
      }));
      const link = picked.querySelector("a");
      const query = new URLSearchParams(link.dataset.query);
      lines[index].dataset.o.split(" ").forEach((option, point) => {
        query.set(titles[point].dataset.name, titles[point].children[Number(option)].dataset.option);
      });
      link.href = `${link.pathname}?${query}#build`;
    };

    const show = () => {
      let count = 0;
      let first = -1;
      values.forEach((each, i) => {
        const within = inside(each);
        lines[i].classList.toggle("off", !within);
        if (dots[i]) dots[i].classList.toggle("off", !within);
        if (within) {
          count++;
          if (first < 0) first = i;
        }
      });
      const said = section.querySelector("#brushed");
      said.textContent = said.dataset.words.replace("SHOWN", String(count)).replace("ALL", String(values.length));
      axes.forEach((axis, i) => {
        const box = axis.querySelector(".brush");
        const ends = ranges[i] ? ranges[i].map((end) => y(i, end)) : [0, 0];
        box.setAttribute("y", String(Math.min(...ends)));
        box.setAttribute("height", ranges[i] ? String(Math.max(2, Math.abs(ends[0] - ends[1]))) : "0");
      });
      const brushed = ranges.some(Boolean);
      pick(brushed ? (chosen >= 0 && inside(values[chosen]) ? chosen : first) : -1);
    };

    const field = (axis) => inputs.find((input) => Number(input.dataset.axis) === axis);

    inputs.forEach((input) => input.addEventListener("input", () => {
      const axis = Number(input.dataset.axis);
      const least = Math.min(scale[axis].least, scale[axis].most);
      const most = Math.max(scale[axis].least, scale[axis].most);
      ranges[axis] = input.value === "" ? null
        : input.dataset.most ? [least, Number(input.value)] : [Number(input.value), most];
      show();
    }));

    section.querySelector("#unbrush").addEventListener("click", () => {
      ranges.fill(null);
      inputs.forEach((input) => { input.value = ""; });
      show();
    });

    const drawing = section.querySelector(".as-lines");
    const at = (event) => {
      const point = new DOMPoint(event.clientX, event.clientY);
      return point.matrixTransform(drawing.getScreenCTM().inverse());
    };
    axes.forEach((axis, i) => {
      const grip = axis.querySelector(".grip");
      let from = null;
      grip.addEventListener("pointerdown", (event) => {
        from = at(event).y;
        grip.setPointerCapture(event.pointerId);
        event.preventDefault();
      });
      grip.addEventListener("pointermove", (event) => {
        if (from === null) return;
        const ends = [value(i, from), value(i, at(event).y)];
        ranges[i] = [Math.min(...ends), Math.max(...ends)];
        show();
      });
      const end = (event) => {
        if (from !== null && Math.abs(at(event).y - from) < 3) {
          ranges[i] = null;
          show();
        }
        from = null;
        const input = field(i);
        if (input) input.value = ranges[i] ? String(Math.round(ranges[i][input.dataset.most ? 1 : 0])) : "";
      };
      grip.addEventListener("pointerup", end);
      grip.addEventListener("pointercancel", end);
    });

    [...lines, ...dots].forEach((mark) => mark.addEventListener("click", () => {
      const index = lines.indexOf(mark);
      pick(index >= 0 ? index : dots.indexOf(mark));
    }));

    // The dots: over any two parties.
    const x = section.querySelector("#pick-x");
    const up = section.querySelector("#pick-y");
    const place = () => {
      const [across, along] = [Number(x.value), Number(up.value)];
      const share = (axis, each) => {
        const { least, most } = scale[axis];
        return most === least ? 0.5 : (each[axis] - least) / (most - least);
      };
      dots.forEach((dot, i) => {
        dot.setAttribute("cx", String(50 + share(across, values[i]) * 290));
        dot.setAttribute("cy", String(270 - share(along, values[i]) * 250));
      });
      section.querySelector("#dots-x").textContent = x.selectedOptions[0].textContent;
      section.querySelector("#dots-y").textContent = up.selectedOptions[0].textContent;
    };
    if (x) {
      [x, up].forEach((select) => select.addEventListener("change", place));
      section.querySelector(".picks").hidden = false;
    }
    section.querySelector(".brushes").hidden = false;
    show();
  };

  const start = () => {
    const section = document.getElementById("frontier");
    if (section && !section.dataset.brushed) {
      section.dataset.brushed = "true";
      brush(section);
    }
  };
  document.addEventListener("htmx:afterSettle", start);
  start();
})();
