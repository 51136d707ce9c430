// The import pages: files can be dropped, each shows how much of it has been sent, and the list of what is read is kept up to date. Without a script the
// form is sent as it is, and the list is loaded anew every other second.
"use strict";

const form = document.querySelector("[data-uppladdning]");
if (form) prepare(form);

function prepare(form) {
  const input = form.querySelector("input[type=file]");
  const problem = form.querySelector("#fel");
  const most = { file: Number(form.dataset.fil), total: Number(form.dataset.totalt) };

  function say(text) {
    problem.textContent = text;
    problem.hidden = !text;
    input.toggleAttribute("aria-invalid", Boolean(text));
    if (text) input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", text ? "fel om-filer" : "om-filer");
  }

  // What the server would refuse as a whole is said before it is sent; it refuses single files itself.
  function complaint() {
    const files = [...input.files];
    const total = files.reduce((sum, file) => sum + file.size, 0);
    if (!files.length) return "Välj minst en PDF.";
    const tooLarge = files.find((file) => file.size > most.file);
    if (tooLarge) return `${tooLarge.name} är större än ${Math.floor(most.file / 1e6)} MB.`;
    if (total > most.total) return `Filerna är tillsammans större än ${Math.floor(most.total / 1e6)} MB; skicka färre åt gången.`;
    return "";
  }

  input.addEventListener("change", () => say(input.files.length ? complaint() : ""));
  for (const kind of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.toggle("over", kind === "dragover");
      if (kind !== "drop" || !event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      say(complaint());
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = complaint();
    say(text);
    if (text) input.focus();
    else send(form, [...input.files], say);
  });
}

function send(form, files, say) {
  const button = form.querySelector("button");
  const bars = showFiles(form.querySelector("[data-filer]"), files);
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => {
    // The form's own bytes come first and are few.
    let rest = event.loaded;
    for (const [place, file] of files.entries()) {
      bars[place].value = Math.max(0, Math.min(file.size, rest));
      rest -= file.size;
    }
  });
  request.addEventListener("load", () => {
    if (request.status < 400) return location.assign(request.responseURL);
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    fail([...page.querySelectorAll("main p")].slice(0, 2).map((line) => line.textContent).join(" ") || "Servern tog inte emot filerna.");
  });
  request.addEventListener("error", () => fail("Anslutningen bröts innan filerna hade kommit fram. Ingen av dem är inläst; försök igen."));

  function fail(text) {
    button.disabled = false;
    form.querySelector("[data-filer]").hidden = true;
    say(text);
  }

  button.disabled = true;
  request.open("POST", form.action);
  request.send(new FormData(form));
}

function showFiles(list, files) {
  list.hidden = false;
  list.replaceChildren(...files.map((file) => {
    const line = document.createElement("li");
    const bar = document.createElement("progress");
    bar.max = Math.max(1, file.size);
    bar.value = 0;
    bar.setAttribute("aria-label", `Skickat av ${file.name}`);
    line.append(file.name, bar);
    return line;
  }));
  return [...list.querySelectorAll("progress")];
}

// The list of what is read, fetched anew until all is done.
async function follow() {
  while (document.querySelector("#inlasning[data-pagar]")) {
    await new Promise((done) => setTimeout(done, 700));
    const answer = await fetch(location.href).catch(() => null);
    if (!answer) continue;
    if (!answer.ok || answer.redirected) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.title = page.title;
    replaceLines(document.querySelector("#inlasning"), page.querySelector("#inlasning"));
  }
}

// Only what has changed is exchanged, so that a reader who has come to a line stays there, and only the summary is read aloud.
function replaceLines(old, fresh) {
  const lines = [...old.querySelectorAll(".imports > li")];
  const isSame = lines.length === fresh.querySelectorAll(".imports > li").length;
  if (!isSame || !("pagar" in fresh.dataset)) return old.replaceWith(fresh);
  old.querySelector("[role=status]").textContent = fresh.querySelector("[role=status]").textContent;
  for (const [place, line] of [...fresh.querySelectorAll(".imports > li")].entries()) {
    if (line.outerHTML !== lines[place].outerHTML) lines[place].replaceWith(line);
  }
}

follow();
