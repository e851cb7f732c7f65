import { FAMILY_WORDS } from './backbone-catalogue';

/** One sentence per technical word: the same explanation wherever the word stands on the page. */
export const GLOSSARY = {
  accuracy: 'The share of images whose predicted class is their own.',
  attention:
    'How a query spreads its 100 % over the patches of an image: the more a patch gets, the more it counts.',
  against:
    'The class whose logit is taken away: what is left tells why the one class and not the other.',
  backbone:
    'The frozen Vision Transformer that turns an image into tokens; it is never trained here.',
  confusion:
    'One row per class of the images, one column per predicted class: mistakes stand off the diagonal.',
  crossValidated:
    'The mean over all folds of the share of held-out images that are right, ± one standard error; every image is held out once.',
  dOut: 'How many times narrower the values are than the tokens: a higher number means fewer parameters.',
  device:
    'Where the arithmetic runs: on the graphics card (WebGPU) or on the processor (WebAssembly).',
  ep: 'Efficient probing: a few learned queries, each looking at its own patches, and a linear classifier on what they gather.',
  constant:
    'What no place in the image says: the bias of the classifier, and what is the same for every image.',
  epoch: 'One pass over all images that the probe learns from.',
  evidence:
    'The exact share that each patch has in a logit, through each query: the shares add up to it.',
  folds:
    'The images are dealt into so many parts; each part is held out once, while the probe learns from all others.',
  foldTime:
    'How long one training took on average, without the reading of the images and the choice of settings.',
  gap: 'Global average pooling: every patch counts equally, so nothing is looked at in particular.',
  heldOut:
    'Images that the probe never learns from, kept aside to see how it does on images it has not seen.',
  jointFigure:
    'Every place in the colour of the query that attends most there; the stronger its attention, the more opaque.',
  keptEpoch:
    'The state of the probe that you see: among all epochs, the one that did best on the held-out images.',
  knn: 'Nearest neighbours: an image gets the class of the training images that are most like it; nothing is learned.',
  lastEpoch:
    'The state of the probe at the end of its training. The kept epoch was chosen by the held-out images on which it is then reported, which flatters it a little; the last one was chosen by nothing.',
  learningRate: 'How far the learned numbers move at each step.',
  linear: 'Linear probing: a linear classifier on the [CLS] token, without any pooling.',
  logit:
    'The score of a class before scores are turned into probabilities: the class with the highest is predicted.',
  loss: 'What training makes smaller: how surprised the probe is by the true classes.',
  mapSimilarity:
    'The mean cosine between the maps of every two queries: 1 when all look at the same patches, 0 when they share none.',
  multiplyAdds:
    'Multiplications and additions that the probe needs for one image, once it has its tokens.',
  parameters:
    'The learned numbers of the probe: its pooling and its classifier; the backbone adds none.',
  patch: 'One small square of the image; the backbone makes one token of each.',
  poolingParameters: 'The learned numbers of the pooling alone, without the classifier.',
  probe:
    'What is trained here: it pools the tokens of an image into one descriptor and classifies that.',
  queries:
    'A learned vector that looks for something in the tokens; each has its own attention map.',
  queryStart:
    'At clusters: each query starts at the centre of one kind of token in your training images, found by k-means, and tends to keep to that kind of thing in every image. At random: each starts as small random numbers, as in the paper, and goes wherever training leads it.',
  recipe: 'How the probe is trained: optimiser, learning rates, and how the tokens are prepared.',
  repeats: 'How often the images are dealt into folds anew; the mean then hangs less on one deal.',
  chosenSettings:
    'What a probe chose in the folds, each time by a part of the training images that was kept apart: nothing of a held-out fold has a say.',
  seed: 'A number that decides the split and the starting weights: the same seed repeats a run.',
  snapshots:
    'The parameters of the probe as they were along its training; its maps are made anew from them when they are shown, so little memory is needed.',
  tokens: 'The vectors that the backbone makes of an image, one per patch.',
  uniform:
    'The weight that every patch would have if a query looked everywhere equally: 1/N for N patches.',
  gridOrder:
    'By class; by how concentrated the query’s map is, 100 % for a single patch, 0 % for equal shares; or by its evidence, what the query adds to the logit of the image’s own class.',
  consistency:
    'Whether a query looks at the same kind of thing in every image: this page’s own measure. u is the sum over patches of weight times token, less the image’s mean token, each channel divided by its deviation, at length 1. Consistency is the mean cosine of the query’s u in every two images, less that of its u with other queries’ u in other images: 0 when it is no more like itself than like them.',
  pairCosine:
    'The cosine between the maps of two queries: the sum over patches of the products of their weights, divided by the lengths of both maps. 1 when they look at the same patches, 0 when they share none.',
  divergence:
    'Jensen–Shannon divergence of two maps, averaged over all pairs: the entropy of the two mixed, less the mean of their entropies, in bits. 0 for equal maps, 1 when they share no patch.',
  entropy:
    'How widely a map is spread: minus the sum over patches of weight times log weight, as a share of the most that there can be. 100 % for equal shares, 0 % for a single patch.',
  coverage:
    'The share of the patches that some query holds; a query holds the fewest patches that together carry half of its weight.',
  groups:
    'Queries that look at the same places, put together by k-means on the cosines of their maps over all images.',
  importance:
    'Right answers that are lost when this query looks at every patch equally, and all else stays as it is.',
  MIM: FAMILY_WORDS.MIM.meaning,
  'joint-embedding': FAMILY_WORDS['joint-embedding'].meaning,
  hybrid: FAMILY_WORDS.hybrid.meaning,
  'vision-language': FAMILY_WORDS['vision-language'].meaning,
  supervised: FAMILY_WORDS.supervised.meaning,
  unknown: FAMILY_WORDS.unknown.meaning,
  family:
    'What a backbone learned from before it was frozen; it decides where in its tokens the knowledge lies.',
  cls: 'A token of its own, before those of the patches, in which many backbones gather the whole image; linear probing reads it.',
  prefixTokens:
    'Tokens that stand for no patch: [CLS] and registers come before those of the patches.',
  registers:
    'Tokens without a patch, in which a backbone keeps what belongs to no place; they are not probed.',
  precision:
    'How many bits each stored weight has: fewer make a smaller download and slightly different tokens.',
  externalData:
    'Weights of an ONNX model that lie in a file of their own beside it, often model.onnx_data.',
  normalisation:
    'How the colours of a photo become the numbers that the backbone was trained on: per channel, less a mean, divided by a deviation.',
  tokenColours:
    'The three directions in which the tokens of all images vary most, as red, green and blue: patches of one colour have similar tokens.',
  cosine:
    'How alike two tokens are: 1 when they point the same way, 0 when they have nothing in common.',
  keptTokens:
    'Tokens that this browser has from before, made by the same backbone from the same image: nothing has to be computed.',
};

export type GlossaryKey = keyof typeof GLOSSARY;
