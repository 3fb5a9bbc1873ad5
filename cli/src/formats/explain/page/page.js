"use strict";

// What is known of the blocks; the markup holds their text alone.
const data = JSON.parse(document.getElementById("data").textContent);
const [ROLE, REASON, SURE, START, END, GROUPS] = [0, 1, 2, 3, 4, 5];
const BITS = { kept: [1, 1], removed: [1, 0], edited: [2, 2], doubtful: [4, 4] };

// More hits are counted, but not marked: marks cost memory each.
const MOST_MARKS = 10000;
// Long enough for a typed word, short enough to feel immediate.
const PAUSE = 120;
// What a block takes at least; the browser learns the truth as it draws.
const BLOCK_HEIGHT = 52;

const byId = (id) => document.getElementById(id);
const list = byId("blocks");
const blocks = [...list.querySelectorAll(".block")];
const chunks = [...list.querySelectorAll(".chunk")];
const shown = blocks.map(() => true);
const format = new Intl.NumberFormat("en");

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// --- Why a block has its role -------------------------------------------------

let pinned = -1;
let current = -1;

function explain(number) {
  if (number < 0 || number === current) return;
  blocks[current]?.classList.remove("now");
  current = number;
  blocks[number].classList.add("now");
  byId("why").replaceChildren(...explanation(number));
}

function explanation(number) {
  const entry = data.blocks[number];
  const role = data.roles[entry[ROLE]];
  const isKept = entry[GROUPS] & BITS.kept[0];
  const name = element("span", `role ${role.name.split("/")[0]}`, role.name);
  const parts = [
    element("p", "", name),
    element("p", "", element("strong", "", isKept ? "Kept" : "Removed"), `: ${role.words}.`),
    element("p", "reason", `Reason: ${data.reasons[entry[REASON]]}.`),
  ];
  const edits = [...blocks[number].querySelectorAll(".edit")];
  if (edits.length) parts.push(element("h3", "unseen", "Edits"), element("ul", "", ...edits.map(told)));
  return [...parts, facts(number, entry)];
}

function facts(number, entry) {
  const language = blocks[number].querySelector(".text").lang;
  const rows = [
    ["Block", format.format(number)],
    ["Confidence", `${entry[SURE]} %`],
    ["Source", `bytes ${format.format(entry[START])} to ${format.format(entry[END])}`],
  ];
  if (language) rows.push(["Language", language]);
  return element("dl", "", ...rows.flatMap(([term, value]) => [element("dt", "", term), element("dd", "", value)]));
}

function told(edit) {
  const [was, text] = [edit.querySelector("del"), edit.querySelector("ins")].map((side) => side?.cloneNode(true));
  const rule = edit.dataset.rule;
  const sides = was && text ? [was, " became ", text] : was ? [was, " was taken out"] : [text, " was put in"];
  return element("li", "", ...sides, element("br"), `${data.rules[rule]} `, element("code", "", rule));
}

function pin(number) {
  pinned = number;
  explain(number);
  byId("panel").classList.add("open");
  byId("close").hidden = false;
  // On a small screen the panel would cover it.
  blocks[number].scrollIntoView({ block: "nearest" });
}

function unpin() {
  byId("panel").classList.remove("open");
  byId("close").hidden = true;
  const number = pinned;
  pinned = -1;
  if (number >= 0) focusTag(number);
}

const numberOf = (target) => {
  const block = target.closest?.(".block");
  return block ? Number(block.id.slice(1)) : -1;
};

list.addEventListener("pointerover", (event) => {
  if (event.pointerType === "mouse" && pinned < 0) explain(numberOf(event.target));
});
list.addEventListener("focusin", (event) => {
  const number = numberOf(event.target);
  if (pinned < 0) explain(number);
  else pin(number);
});
list.addEventListener("click", (event) => {
  const number = numberOf(event.target);
  if (number < 0 || !getSelection().isCollapsed) return;
  if (pinned === number) return unpin();
  focusTag(number);
  pin(number);
});
byId("close").addEventListener("click", unpin);

// --- From block to block by keys: one stop of the Tab key for all of them ------

let stop = 0;

function focusTag(number) {
  const tag = (index) => blocks[index].querySelector(".tag");
  tag(stop).tabIndex = -1;
  stop = number;
  tag(number).tabIndex = 0;
  tag(number).focus();
}

function neighbour(from, step) {
  for (let at = from + step; at >= 0 && at < blocks.length; at += step) {
    if (shown[at] || !list.classList.contains("hiding")) return at;
  }
  return from;
}

const KEYS = {
  ArrowDown: (at) => neighbour(at, 1),
  ArrowUp: (at) => neighbour(at, -1),
  Home: () => neighbour(-1, 1),
  End: () => neighbour(blocks.length, -1),
};

list.addEventListener("keydown", (event) => {
  const go = KEYS[event.key];
  if (!go || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  focusTag(go(numberOf(event.target)));
});

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && pinned >= 0) unpin();
});

// --- Filters --------------------------------------------------------------------

const filters = [...document.querySelectorAll(".filter")];
const isPressed = (button) => button.getAttribute("aria-pressed") === "true";

function toggle(button) {
  button.setAttribute("aria-pressed", String(!isPressed(button)));
}

function tests() {
  return filters.filter(isPressed).map(({ dataset }) => {
    if (dataset.role) return (entry) => entry[ROLE] === Number(dataset.role);
    const [mask, wanted] = BITS[dataset.group];
    return (entry) => (entry[GROUPS] & mask) === wanted;
  });
}

function filter() {
  const chosen = tests();
  data.blocks.forEach((entry, number) => {
    const isShown = !chosen.length || chosen.some((test) => test(entry));
    if (isShown !== shown[number]) blocks[number].classList.toggle("out", !isShown);
    shown[number] = isShown;
  });
  arrange(chosen.length > 0);
  search();
}

// A chunk off the screen is not laid out, so its height has to be told.
function arrange(isFiltered) {
  const isDimming = isPressed(byId("dim"));
  list.classList.toggle("hiding", isFiltered && !isDimming);
  list.classList.toggle("dimming", isFiltered && isDimming);
  const size = data.blocks_a_chunk;
  chunks.forEach((chunk, index) => {
    const count = shown.slice(index * size, (index + 1) * size).filter(Boolean).length;
    chunk.hidden = count === 0 && isFiltered && !isDimming;
    chunk.style.containIntrinsicSize = isFiltered && !isDimming ? `${count * BLOCK_HEIGHT}px` : "";
  });
  report(isFiltered);
}

function report(isFiltered) {
  const count = shown.filter(Boolean).length;
  byId("shown").textContent = isFiltered ? `${format.format(count)} of ${format.format(blocks.length)} blocks` : "";
  byId("reset").hidden = !isFiltered;
}

function showAll() {
  filters.filter(isPressed).forEach(toggle);
  filter();
}

filters.forEach((button) => button.addEventListener("click", () => (toggle(button), filter())));
byId("reset").addEventListener("click", showAll);
byId("dim").addEventListener("click", () => (toggle(byId("dim")), filter()));
byId("clean").addEventListener("click", () => {
  toggle(byId("clean"));
  list.classList.toggle("clean", isPressed(byId("clean")));
  search();
});

// A link to a block that is hidden shows it.
addEventListener("hashchange", () => {
  const number = Number(/^#b(\d+)$/.exec(location.hash)?.[1] ?? -1);
  if (number < 0 || number >= blocks.length) return;
  if (!shown[number]) showAll();
  blocks[number].scrollIntoView({ block: "start" });
  explain(number);
});

// --- Search -----------------------------------------------------------------------

let texts;
let hits = [];
let hit = -1;
const canMark = "highlights" in CSS && typeof Highlight === "function";

// The text of each block in lower case; letters that grow when folded stay as they are.
function folded(text) {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter)).join("");
}

function textNodes(block) {
  const walker = document.createTreeWalker(block.querySelector(".text"), NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (walker.currentNode.parentNode.nodeName !== "DEL") nodes.push(walker.currentNode);
  return nodes;
}

function searched() {
  texts ??= blocks.map((block) => folded(textNodes(block).map((node) => node.data).join("")));
  return texts;
}

function search() {
  blocks[hits[hit]?.number]?.classList.remove("struck");
  const wanted = folded(byId("search").value.trim());
  hits = [];
  hit = -1;
  const total = wanted ? collect(wanted) : 0;
  mark();
  tell(wanted, total);
}

function collect(wanted) {
  const isHiding = list.classList.contains("hiding");
  const isClean = list.classList.contains("clean");
  let total = 0;
  searched().forEach((text, number) => {
    if ((isHiding && !shown[number]) || (isClean && !(data.blocks[number][GROUPS] & 1))) return;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      total += 1;
      if (hits.length < MOST_MARKS) hits.push({ number, start: at, end: at + wanted.length });
    }
  });
  return total;
}

function ranges(number, ofBlock) {
  const nodes = textNodes(blocks[number]);
  let [index, before] = [0, 0];
  const place = (at, isEnd) => {
    while (index < nodes.length - 1 && (isEnd ? before + nodes[index].length < at : before + nodes[index].length <= at)) {
      before += nodes[index++].length;
    }
    return [nodes[index], at - before];
  };
  return ofBlock.map(({ start, end }) => {
    const range = document.createRange();
    range.setStart(...place(start, false));
    range.setEnd(...place(end, true));
    return range;
  });
}

function mark() {
  if (!canMark) return;
  CSS.highlights.delete("hit");
  const marks = new Highlight();
  for (let at = 0; at < hits.length; ) {
    const first = at;
    while (at < hits.length && hits[at].number === hits[first].number) at += 1;
    const group = hits.slice(first, at);
    ranges(hits[first].number, group).forEach((range, index) => {
      group[index].range = range;
      marks.add(range);
    });
  }
  CSS.highlights.set("hits", marks);
}

function tell(wanted, total) {
  const marked = total > hits.length ? `, the first ${format.format(hits.length)} marked` : "";
  const place = hit >= 0 ? `${format.format(hit + 1)} of ` : "";
  byId("hits").textContent = wanted ? `${place}${format.format(total)} ${total === 1 ? "hit" : "hits"}${marked}` : "";
  byId("hits").dataset.total = total;
}

function go(step) {
  if (!hits.length) return;
  blocks[hits[hit]?.number]?.classList.remove("struck");
  hit = hit < 0 && step < 0 ? hits.length - 1 : (hit + step + hits.length) % hits.length;
  const { number, range } = hits[hit];
  blocks[number].scrollIntoView({ block: "center", behavior: "instant" });
  blocks[number].classList.add("struck");
  if (canMark) {
    const now = new Highlight(range);
    now.priority = 1;
    CSS.highlights.set("hit", now);
  }
  explain(number);
  tell("hit", Number(byId("hits").dataset.total));
}

let pause;
byId("search").addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(search, PAUSE);
});
byId("search").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  clearTimeout(pause);
  if (hit < 0) search();
  go(event.shiftKey ? -1 : 1);
});
byId("next").addEventListener("click", () => go(1));
byId("previous").addEventListener("click", () => go(-1));

// --- On a small screen facts are folded ---------------------------------------------

if (matchMedia("(max-width: 48rem)").matches) {
  document.querySelectorAll(".facts details, .by-role").forEach((details) => details.removeAttribute("open"));
}
