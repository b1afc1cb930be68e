/** A text like that of a news page, written for these tests: menu, story, teasers. */
export const PAGE = [
  'Home News Sport',
  'Harbour town votes to keep its last ferry',
  'By Ines Okafor',
  'After three hours of debate the council of Skarne decided on Tuesday to keep the last ferry across the sound, at least until the new bridge has been paid for.',
  '“Nobody in this room wants to tell a schoolchild to swim,” said Petra Valdane, the mayor, who had opened the meeting by counting the empty chairs in the gallery.',
  'The ferry carries four hundred people a day in winter, and twice as many in July. Its engine is from 1987, and its captain, Ola Brandvik, likes to say that he is older only by a little.',
  'The bridge was to cost ninety million. “It will be more,” Mr Brandvik said. “It is always more.” The council’s own engineer did not disagree with him when she was asked about it afterwards.',
  'Brandvik has steered the boat since 1999. Before that Brandvik built boats in the yard of his uncle, and before that he sold nets to the herring fleet of a town that no longer exists.',
  'Opponents of the decision, among them the harbour master, said that they would bring the matter before the county in April, when its own budget is due for a vote.',
  'Why the bridge is late again',
  'A day on the sound with the crew',
].join('\n\n');

/** Where words stand in a text; an error in the test when they do not. */
export function spanOf(text: string, words: string, from = 0): { start: number; end: number } {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}
