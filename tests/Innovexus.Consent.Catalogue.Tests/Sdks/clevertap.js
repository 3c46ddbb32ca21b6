import clevertap from 'clevertap-web-sdk';

clevertap.privacy.push({ optOut: false });
clevertap.privacy.push({ useIP: false });
clevertap.init('MEA-SUR-ED00', 'eu1');

export const event = () => clevertap.event.push('measured');
export const sends = 'https://eu1.clevertap-prod.com/a';
