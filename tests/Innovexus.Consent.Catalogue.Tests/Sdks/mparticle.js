import mParticle from '@mparticle/web-sdk';

window.mParticle.config = { isDevelopmentMode: false };
mParticle.init('us1-00000000000000000000000000000000', window.mParticle.config);
mParticle.ready(() => mParticle.logPageView());

export const event = () => {
  mParticle.logEvent('measured', mParticle.EventType.Other);
  mParticle.upload();
};
export const sends = 'https://jssdks.mparticle.com/v3/JS/';
