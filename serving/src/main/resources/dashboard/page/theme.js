/** The button that goes from dark to light and back; what is chosen outlives the visit. */
export function startTheme(button) {
  const root = document.documentElement;
  const other = () => (root.dataset.theme === 'dark' ? 'light' : 'dark');
  const tell = () => {
    button.textContent = other() === 'dark' ? 'Dark' : 'Light';
    button.setAttribute('aria-label', `Use ${other()} colours`);
  };
  button.addEventListener('click', () => {
    localStorage.setItem('pulse.theme', other());
    root.dataset.theme = other();
    dispatchEvent(new Event('themechange'));
  });
  addEventListener('themechange', tell);
  tell();
}
