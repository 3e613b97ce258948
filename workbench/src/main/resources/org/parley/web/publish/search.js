"use strict";

// Searches the records of the site: every word has to be found, or begin a word that is.
(() => {
  const most = 50;
  const asked = new URLSearchParams(location.search).get("q") || "";
  const place = document.getElementById("found");
  document.querySelectorAll("input[name=q]").forEach((field) => { field.value = asked; });

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  const words = [...new Set(wordsOf(asked))];
  if (words.length === 0) return;

  const has = (text) => {
    const own = " " + wordsOf(text).join(" ");
    return words.every((word) => own.includes(" " + word));
  };
  const named = [];
  const others = [];
  for (const record of parleyRecords) {
    const [id, , title, text] = record;
    if (has(title) || (words.length === 1 && fold(id) === words[0])) named.push(record);
    else if (has(`${id} ${title} ${text}`)) others.push(record);
  }
  const found = [...named, ...others];

  const element = (name, text) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return made;
  };
  // marks the words that were found, around the first of them
  const excerpt = (text, into) => {
    const matches = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
      .filter(([word]) => words.some((each) => fold(word).startsWith(each)));
    const from = matches.length > 0 ? Math.max(0, matches[0].index - 80) : 0;
    const until = from + 240;
    let at = from;
    if (from > 0) into.append("… ");
    for (const match of matches) {
      const end = match.index + match[0].length;
      if (match.index < at || end > until) continue;
      into.append(text.slice(at, match.index), element("mark", match[0]));
      at = end;
    }
    into.append(text.slice(at, until), until < text.length ? " …" : "");
  };

  const counted = found.length === 0 ? place.dataset.none : place.dataset.found;
  place.append(element("p", counted.replace("#", found.length).replace("%", asked)));
  const kinds = new Map();
  for (const record of found) {
    if (!kinds.has(record[1])) kinds.set(record[1], []);
    kinds.get(record[1]).push(record);
  }
  for (const [kind, records] of kinds) {
    const section = element("section");
    section.className = "hits";
    section.append(element("h2", `${records.length} ${kind}`));
    const list = element("ul");
    list.className = "plain";
    for (const [, , title, text, file] of records.slice(0, most)) {
      const item = element("li");
      const link = element("a");
      link.href = "../" + file;
      excerpt(title, link);
      const rest = element("p");
      rest.className = "quiet";
      excerpt(text, rest);
      item.append(link, rest);
      list.append(item);
    }
    section.append(list);
    if (records.length > most) section.append(element("p", place.dataset.more.replace("#", most)));
    place.append(section);
  }
})();
