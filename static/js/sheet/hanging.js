// What belongs to a square and shows at it: a thread of remarks, its history.

/** Hangs `pop` at its square: below it, above where there is no room, never over it. */
export function hang(pop, square) {
  square.append(pop);
  square.classList.add("open");
  pop.hidden = false;
  const desk = square.closest(".desk").getBoundingClientRect();
  const box = square.getBoundingClientRect();
  pop.classList.toggle("up", box.bottom + pop.offsetHeight > desk.bottom && box.top - pop.offsetHeight > desk.top);
  pop.classList.toggle("pop-l", box.right - pop.offsetWidth < desk.left);
  pop.classList.toggle("pop-r", box.right - pop.offsetWidth >= desk.left);
}

/** Takes it away again, to where it waits. */
export function takeDown(pop, home) {
  pop.closest("[data-key]")?.classList.remove("open");
  pop.hidden = true;
  home.append(pop);
}
