// Runs before anything is painted: the colours somebody chose earlier, else the system's.
(() => {
  try {
    const chosen = localStorage.getItem('rentwave.theme');
    if (chosen === 'dark' || chosen === 'light') {
      document.documentElement.dataset.theme = chosen;
    }
  } catch {
    // Without storage the system decides.
  }
})();
