(() => {
  const box = document.getElementById("hop");
  if (!box || !box.showModal) return;
  const inside = document.getElementById("trong-hop");
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.so");
    if (!link) return;
    const item = document.getElementById(link.hash.slice(1));
    if (!item) return;
    event.preventDefault();
    inside.replaceChildren(...Array.from(item.cloneNode(true).childNodes));
    inside.querySelectorAll("a").forEach((one) => one.remove());
    box.showModal();
  });
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
})();
