/** Who a file names as its author. */
export const AUTHOR = 'Five Pillars kit'
