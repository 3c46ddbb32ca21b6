// A stand-in for an advertising script: marks the visitor and loads a pixel.
(() => {
  document.cookie = `_ads=${crypto.getRandomValues(new Uint32Array(1))[0]}; path=/; max-age=7776000; samesite=lax`;
  new Image().src = new URL('/pixel.gif', document.currentScript.src);
})();
