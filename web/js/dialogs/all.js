/** The dialogs, loaded when the first of them is opened: one file, as they share most of what they are. */
import { fillCite } from './cite.js';
import { fillContinue } from './continue.js';
import { fillCurrent } from './current.js';
import { fillData } from './data.js';
import { fillEmbed } from './embed.js';
import { fillLink } from './link.js';

export const fill = {
  cite: fillCite,
  continue: fillContinue,
  current: fillCurrent,
  data: fillData,
  embed: fillEmbed,
  link: fillLink,
};
