// What somebody writes who needs one yes or no and nothing else.
const banner = document.getElementById('consent');

function read() {
  return document.cookie.split('; ').find(part => part.startsWith('consent='))?.slice('consent='.length);
}

function keep(choice) {
  document.cookie = `consent=${choice}; path=/; max-age=15552000; samesite=lax`;
}

// A script element that the parser has passed over runs only as a new one.
function run(gate) {
  const script = document.createElement('script');
  for (const { name, value } of gate.attributes) {
    if (name != 'type') script.setAttribute(name, value);
  }
  script.text = gate.text;
  script.async = false;
  gate.replaceWith(script);
}

function open() {
  for (const gate of document.querySelectorAll('script[type="text/plain"][data-consent]')) run(gate);
}

function decide(choice) {
  banner.hidden = true;
  keep(choice);
  if (choice == 'yes') open();
}

for (const button of banner.querySelectorAll('button')) {
  button.addEventListener('click', () => decide(button.value));
}

const choice = read();
banner.hidden = !!choice;
if (choice == 'yes') open();
