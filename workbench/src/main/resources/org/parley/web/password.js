"use strict";

// A button beside a password shows what was typed, until it is pressed again or the form is sent.
(() => {
  const words = document.currentScript.dataset.show;

  const add = (field) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain show";
    button.textContent = words;
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-controls", field.id);

    const show = (isShown) => {
      field.type = isShown ? "text" : "password";
      button.setAttribute("aria-pressed", String(isShown));
    };

    button.addEventListener("click", () => show(field.type === "password"));
    field.form.addEventListener("submit", () => show(false));
    field.after(button);
  };

  document.querySelectorAll("form.signin input[type=password]").forEach(add);
})();
