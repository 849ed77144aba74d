// Beijing time in the bar: starts from the server's instant and ticks with the minutes, whatever the clock of this machine says.
(() => {
  const clock = document.querySelector("[data-clock]");
  if (!clock) return;
  const text = clock.querySelector("[data-clock-text]");
  const ahead = new Date(clock.dateTime).getTime() - Date.now();
  const chinese = document.documentElement.lang.startsWith("zh");
  const zone = { timeZone: "Asia/Shanghai" };
  const day = new Intl.DateTimeFormat(chinese ? "zh-CN" : "en-GB", { ...zone, month: chinese ? "long" : "short", day: "numeric" });
  const time = new Intl.DateTimeFormat("en-GB", { ...zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

  function tick() {
    const now = new Date(Date.now() + ahead);
    text.textContent = `${day.format(now)} ${time.format(now)}`;
    clock.dateTime = now.toISOString();
    setTimeout(tick, 60000 - (now.getTime() % 60000));
  }

  tick();
})();
