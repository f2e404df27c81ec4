// Runs before the first paint, so that a chosen theme never flashes the other one. The same key as preferences.ts.
try {
  var theme = JSON.parse(localStorage.getItem("counterfoil.theme"));
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch (error) {
  // Storage may be forbidden; the system's theme is shown then.
}
