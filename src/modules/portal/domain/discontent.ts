/** From here down a rating says that somebody is not content (decision-766, 5.4, counts dislikes; how stars become one was not found). */
export const DISPLEASED_TO = 2
