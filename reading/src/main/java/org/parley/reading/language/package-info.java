/// **Which sentences, tokens, lemmas and phrases make up a text?** Sentences, tokens with part of
/// speech and lemma (OpenNLP's models of the English Web Treebank), quotation marks, and phrase
/// lists kept as data. Each language has one folder of data files.
@NullMarked
package org.parley.reading.language;

import org.jspecify.annotations.NullMarked;
