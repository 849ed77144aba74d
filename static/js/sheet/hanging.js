// What belongs to a square and shows at it: a thread of remarks, its history.

/** Hangs `pop` at its square: below it, above where there is no room, never over it; a small window scrolls to show it whole. */
export function hang(pop, square) {
  square.append(pop);
  square.classList.add("open");
  pop.hidden = false;
  const desk = square.closest(".desk");
  const sight = inSight(desk);
  const box = square.getBoundingClientRect();
  pop.classList.toggle("up", box.bottom + pop.offsetHeight > sight.bottom && box.top - pop.offsetHeight > sight.top);
  pop.classList.toggle("pop-l", box.right - pop.offsetWidth < sight.left);
  pop.classList.toggle("pop-r", box.right - pop.offsetWidth >= sight.left);
  bringIn(pop.getBoundingClientRect(), box, sight, desk);
}

/** Takes it away again, to where it waits. */
export function takeDown(pop, home) {
  pop.closest("[data-key]")?.classList.remove("open");
  pop.hidden = true;
  home.append(pop);
}

/** The part of the desk that can be seen: in the window, and above a panel that lies over it. */
function inSight(desk) {
  const { left, right, top, bottom } = desk.getBoundingClientRect();
  const side = desk.parentElement.querySelector(".side")?.getBoundingClientRect();
  const over = side && side.left < right && side.top > top ? side.top : Infinity;
  return {
    left: Math.max(left, 0),
    right: Math.min(right, document.documentElement.clientWidth),
    top: Math.max(top, 0),
    bottom: Math.min(bottom, window.innerHeight, over),
  };
}

/** Scrolls by what of `hung` is out of sight, as far as its square stays in it. */
function bringIn(hung, box, sight, desk) {
  desk.scrollLeft += Math.min(Math.max(hung.right - sight.right, 0), Math.max(box.left - sight.left, 0));
  const down = Math.min(Math.max(hung.bottom - sight.bottom, 0), Math.max(box.top - sight.top, 0));
  const before = desk.scrollTop;
  desk.scrollTop += down;
  window.scrollBy(0, down - (desk.scrollTop - before));
}
