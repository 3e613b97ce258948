/// **What can be read without a model?** The offline reader: verbs of saying give heads and the
/// clauses they govern, and each clause is judged by lists of words for its stance, its share, its
/// condition and its subject. The lists are data of the language; no rule names a person, a country
/// or a number.
///
/// The approach is that of rule-based quotation attribution (Pareti, O'Keefe, Konstas, Curran and
/// Koprinska, EMNLP 2013) with a lexicon of factuality in the manner of FactBank (Saurí and
/// Pustejovsky 2009).
@NullMarked
package org.parley.reading.rules;

import org.jspecify.annotations.NullMarked;
