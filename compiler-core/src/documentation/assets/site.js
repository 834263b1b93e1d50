// The search box and, on small screens, the menu.
(() => {
  const up = document.body.dataset.up;
  const menu = document.querySelector(".menu");
  const sidebar = document.querySelector(".sidebar");
  menu.addEventListener("click", () => {
    const open = sidebar.classList.toggle("open");
    menu.setAttribute("aria-expanded", String(open));
  });

  const box = document.querySelector(".search input");
  const list = document.querySelector(".results");
  const items = (window.searchData || []).map((item) => ({
    item,
    title: item.title.toLowerCase(),
    full: (item.parentTitle + "." + item.title).toLowerCase(),
    doc: item.doc.toLowerCase(),
  }));

  // A name that is equal comes before one that begins so, and that before one that contains it.
  function score(entry, words) {
    let total = 0;
    for (const word of words) {
      if (entry.title === word) total += 100;
      else if (entry.title.startsWith(word)) total += 50;
      else if (entry.title.includes(word)) total += 25;
      else if (entry.full.includes(word)) total += 12;
      else if (entry.doc.includes(word)) total += 3;
      else return 0;
    }
    return total;
  }

  function show() {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    list.replaceChildren();
    list.hidden = words.length === 0;
    if (list.hidden) return;
    const found = items
      .map((entry) => ({ entry, points: score(entry, words) }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, 40);
    for (const { entry: { item } } of found) {
      const link = document.createElement("a");
      link.href = up + item.ref;
      const isDefinition = !["page", "module"].includes(item.type);
      link.textContent = isDefinition ? `${item.parentTitle}.${item.title}` : item.title;
      const note = document.createElement("small");
      note.textContent = item.doc.slice(0, 120) || item.type;
      link.append(note);
      const row = document.createElement("li");
      row.append(link);
      list.append(row);
    }
    if (found.length === 0) {
      const row = document.createElement("li");
      row.className = "none";
      row.textContent = "Nothing found";
      list.append(row);
    }
  }

  box.addEventListener("input", show);
  box.addEventListener("focus", show);
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) list.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      box.focus();
    } else if (event.key === "Escape") {
      list.hidden = true;
      box.blur();
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && !list.hidden) {
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      const next = event.key === "ArrowDown" ? at + 1 : at - 1;
      if (links.length > 0) {
        event.preventDefault();
        (next < 0 ? box : links[Math.min(next, links.length - 1)]).focus();
      }
    } else if (event.key === "Enter" && event.target === box) {
      const first = list.querySelector("a");
      if (first) first.click();
    }
  });
})();
