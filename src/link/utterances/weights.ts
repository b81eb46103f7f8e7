/** Made by bench/linking/fit.ts; not to be changed by hand. */
export const weights = {
  bias: 1.75,
  cosine: 3.2,
  contained: 0,
  evidence: 0.582,
  run: 0,
  numbersDiffer: -4.654,
  namesDiffer: -6.279,
  negationDiffers: 0,
  sameAct: 1.319,
  namePart: 0.037,
  unnamed: -4.461,
  days: -4.762,
  sameArticle: -1.702,
  onlyThere: -2.776,
  threshold: 0.96,
};
