"use strict";

// Passkeys: the server says what to ask, the device answers, and a form brings the answer. Forms
// are shown where the browser has passkeys.
(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const descriptors = (all) => all.map((each) => ({ ...each, id: bytes(each.id) }));

  const use = async (asked) => {
    const { id, response } = await navigator.credentials.get({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        allowCredentials: descriptors(asked.allowCredentials),
      },
    });
    return {
      id, rawId: id, type: "public-key", clientExtensionResults: {},
      response: {
        clientDataJSON: text(response.clientDataJSON),
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
        ...(response.userHandle && { userHandle: text(response.userHandle) }),
      },
    };
  };

  const add = async (asked) => {
    const { id, response } = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: descriptors(asked.excludeCredentials),
      },
    });
    return {
      id, rawId: id, type: "public-key", clientExtensionResults: {},
      response: {
        clientDataJSON: text(response.clientDataJSON),
        attestationObject: text(response.attestationObject),
        transports: response.getTransports ? response.getTransports() : [],
      },
    };
  };

  const why = (form, e) => {
    if (e.name === "NotAllowedError" || e.name === "AbortError") return form.dataset.cancelled;
    if (e.name === "InvalidStateError" && form.dataset.known) return form.dataset.known;
    return `${form.dataset.broken} (${e.name})`;
  };

  const ask = async (form) => {
    const answer = await fetch(form.dataset.challenge, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
    });
    const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    const asked = isJson ? await answer.json() : {};
    if (!answer.ok) throw Object.assign(new Error(asked.trouble), { name: `${answer.status}`, asked });
    return asked;
  };

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    const button = form.querySelector("button[type=submit]");
    const trouble = form.querySelector("[role=alert]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (button.disabled) return;
      trouble.hidden = true;
      button.disabled = true;
      try {
        const asked = await ask(form);
        const answer = await (form.dataset.passkey === "add" ? add : use)(asked);
        form.elements.answer.value = JSON.stringify(answer);
        form.submit();
      } catch (e) {
        trouble.textContent = (e.asked && e.asked.trouble) || why(form, e);
        trouble.hidden = false;
        button.disabled = false;
        button.focus();
      }
    });
  });
  document.querySelectorAll("[data-without-passkeys]").forEach((each) => { each.hidden = true; });
})();
