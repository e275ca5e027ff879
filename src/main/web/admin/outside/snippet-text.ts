type Said = { name: string; number: string; words: string; send: string; failed: string };

/** A form that a web page may have as it stands: no library, and nothing on the page but its own elements. */
export function snippet(service: string, token: string, language: string, said: Said): string {
  return `<form class="call-me-back">
  <p><label>${said.name}<br><input name="name" required maxlength="200" autocomplete="name"></label></p>
  <p><label>${said.number}<br><input name="number" type="tel" required maxlength="40" autocomplete="tel"></label></p>
  <p><label>${said.words}<br><textarea name="words" required maxlength="4000" rows="4"></textarea></label></p>
  <p><button>${said.send}</button> <span role="status"></span></p>
</form>
<script>
  for (const form of document.querySelectorAll('.call-me-back'))
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const line = form.querySelector('[role=status]');
      try {
        const answer = await fetch('${service}/api/messages', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ site: '${token}', language: '${language}', ...Object.fromEntries(new FormData(form)) }),
        });
        if (!answer.ok) throw new Error(answer.status);
        line.textContent = (await answer.json()).receipt;
        form.reset();
      } catch {
        line.textContent = '${said.failed}';
      }
    });
</script>
`;
}
