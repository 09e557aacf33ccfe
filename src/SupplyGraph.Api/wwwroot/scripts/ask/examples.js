// Questions to begin with. Places stand in the order in which the server repeats them, so that the page knows its own questions again.
import { questionOf } from '../address.js';

export const examples = [
  { text: 'Through Pakistan', question: questionOf({ via: ['pakistan'] }) },
  { text: 'Through Hungary', question: questionOf({ via: ['hungary'] }) },
  { text: 'Into Europe, avoiding China', question: questionOf({ to: ['europe'], component: 'lithium-ion-battery', avoid: ['china'] }) },
  { text: 'Sodium-ion batteries of CATL', question: questionOf({ from: ['sodium-ion-battery'], via: ['catl'] }) },
  { text: 'Graphite to Europe', question: questionOf({ from: ['madagascar', 'mozambique', 'tanzania'], to: ['europe'], component: 'graphite' }) },
];
