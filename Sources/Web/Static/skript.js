// What makes the pages better with a script; each works without.
"use strict";

// "/" goes to the search box.
document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.getElementById("q")?.select();
});

// The chosen line of the contents, and the marked place of the page, are in sight.
document.querySelector(".contents [aria-current]")?.scrollIntoView({ block: "nearest" });

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
