import mux from 'mux-embed';

const video = document.body.appendChild(document.createElement('video'));
mux.monitor(video, { data: { env_key: 'measured', player_name: 'shop', player_init_time: Date.now(), video_title: 'Film' } });

export const event = () => mux.emit(video, 'play');
export const sends = 'https://measured.litix.io';
