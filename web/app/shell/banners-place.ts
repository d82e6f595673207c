/** Where the shell keeps what holds for the whole page; a domain may add its own there. */
export const bannersId = 'bandeaux'
