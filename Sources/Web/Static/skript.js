// What makes the pages better with a script; each works without.
"use strict";

// "/" goes to the search box.
document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.getElementById("q")?.select();
});

// Arrows walk the hits; Enter opens, as with every link.
document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...document.querySelectorAll(".hit h2 a")];
  const focused = document.activeElement;
  const isFree = focused === document.body || focused?.id === "innehall" || links.includes(focused) || focused?.id === "q";
  if (!step || !links.length || !isFree || (focused?.id === "q" && step < 0)) return;
  event.preventDefault();
  const place = links.indexOf(focused) + step;
  if (place < 0) document.getElementById("q").focus();
  else links[Math.min(place, links.length - 1)].focus();
});

// The chosen line of the contents is in sight.
const contents = document.querySelector(".contents");
const chosen = contents?.querySelector("[aria-current]");
if (chosen) contents.scrollTop = chosen.offsetTop - contents.clientHeight / 3;

// The marked place of the page is in sight: its points from the page's corner, and the image's dots an inch, are told with the image.
const image = document.querySelector(".sheet img");
function showMark() {
  const { x, y, dots } = image.dataset;
  if (!y || !image.naturalWidth) return;
  const scale = (dots / 72) * (image.clientWidth / image.naturalWidth);
  image.parentElement.scrollTo(x * scale - 40, y * scale - image.parentElement.clientHeight / 3);
}
if (image?.complete) showMark();
else image?.addEventListener("load", showMark);

// A button that copies what stands in a field.
for (const field of document.querySelectorAll("[data-kopiera]")) {
  const button = document.createElement("button");
  button.className = "quiet";
  button.textContent = "Kopiera";
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Kopierat";
    } catch {
      document.execCommand("copy");
    }
  });
  field.after(button);
}

// On a narrow screen the hits come before what limits them.
const facets = document.querySelector("[data-facetter]");
if (facets && window.matchMedia("(max-width: 56rem)").matches) facets.open = false;

// What may follow on what has been typed, asked for when the reader pauses.
const box = document.getElementById("q");
const proposals = document.getElementById("forslag");
let pause;
box?.addEventListener("input", () => {
  clearTimeout(pause);
  const typed = box.value.trim();
  if (typed.length < 2) return proposals.replaceChildren();
  pause = setTimeout(async () => {
    const answer = await fetch("/forslag?q=" + encodeURIComponent(typed));
    if (!answer.ok || box.value.trim() !== typed) return;
    proposals.replaceChildren(...(await answer.json()).map(({ text, kind }) => new Option(kind, text)));
  }, 120);
});

// Who writes in a field of a fact wants it mended.
for (const field of document.querySelectorAll(".mend input, .mend textarea, .mend select")) {
  field.addEventListener("input", () => { document.querySelector("[name=svar][value=rättad]").checked = true; });
}
