// Runs before the page is drawn, so that a dark page does not flash in white.
{
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => localStorage.getItem('pulse.theme');
  const put = () => {
    document.documentElement.dataset.theme = chosen() ?? (system.matches ? 'dark' : 'light');
    dispatchEvent(new Event('themechange'));
  };
  system.addEventListener('change', put);
  put();
}
