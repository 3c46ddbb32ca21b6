// A stand-in for a chat: draws its bubble into the place that the site keeps for it.
(() => {
  const place = document.querySelector('#support-chat');
  if (!place || place.firstChild) return;
  const bubble = document.createElement('button');
  bubble.type = 'button';
  bubble.className = 'chat-bubble';
  bubble.textContent = 'Chat with an engineer';
  bubble.addEventListener('click', () => {
    bubble.textContent = 'An engineer will be with you shortly';
  });
  place.append(bubble);
})();
