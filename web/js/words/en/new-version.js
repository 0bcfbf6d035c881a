// The note that a new version of the site is there.

export const newVersion = 'A new version is there.';
export const closeOthers = 'A new version is there: close the other pages of the lab, then reload.';
export const reloadPage = 'Reload';
export const notNow = 'Not now';
