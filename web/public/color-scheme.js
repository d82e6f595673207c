// Runs before the first paint, from a file of its own because the content security policy refuses inline scripts.
;(() => {
  let choice = 'auto'
  try {
    choice = localStorage.getItem('color-scheme') || 'auto'
  } catch {}
  const dark = choice === 'dark' || (choice === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
