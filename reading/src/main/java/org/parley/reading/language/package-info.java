/// **Which words, sentences and phrases make up a text?** Sentences, tokens with word class and
/// base form (OpenNLP's models of the English Web Treebank), quotation marks, and lists of phrases
/// kept as data. What depends on a language is in one folder of data files named after it.
@NullMarked
package org.parley.reading.language;

import org.jspecify.annotations.NullMarked;
