/// **What do the texts of other agreements say, word for word?**
///
/// A [Corpus] is a folder with a user's own copies of agreements and a full-text index of them
/// (Apache Lucene). Texts are split into passages: paragraphs, each with its number and the heading
/// above it. A [PassageQuery] asks by topic codes of PA-X, by words, or by both. Passages are
/// quoted literally, with their place in the file.
/// - [TopicTerms] are the words by which agreements speak of a topic, by hand.
/// - Ranking is BM25 over English stems; the same index gives the same order.
/// - Nothing of a text leaves the machine.
///
/// Cost: adding is linear in the text; a query takes time with the passages that have its words.
@NullMarked
package org.parley.corpus;

import org.jspecify.annotations.NullMarked;
