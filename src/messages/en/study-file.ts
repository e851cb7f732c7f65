/** Words in the file that holds the table of a study. */
export const studyFile = {
  header: {
    probe: 'Probe',
    parameters: 'Parameters',
    poolingParameters: 'Parameters of the pooling',
    multiplyAdds: 'Multiply-adds per image',
    referenceMultiplyAdds: 'Multiply-adds per image, reference form',
    seconds: 'Training time per fold (s)',
    accuracy: 'Held-out accuracy (%)',
    standardError: 'Standard error (points)',
    folds: 'Folds',
    correct: 'Correct',
    total: 'Of',
    bestEp: 'Best EP',
    settings: 'Settings chosen in the folds',
  },
  yes: 'yes',
};
