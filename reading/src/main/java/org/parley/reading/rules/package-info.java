/// **What can be read offline?** Verbs of saying give heads and the clauses they govern, and each
/// clause is judged by lists of words for its stance, its share, its condition and its subject. The
/// lists are data of the language; no rule names a person, a country or a number. What the rules
/// find is one feature among others of two small models, learnt from annotated sentences and texts,
/// which have the last word: [StanceModel] on what a clause says, if anything, and [SubjectModel]
/// on what it says it of.
///
/// The rules are in the manner of rule-based quotation attribution (Pareti, O'Keefe, Konstas,
/// Curran and Koprinska, EMNLP 2013) with a lexicon of factuality as in FactBank (Saurí and
/// Pustejovsky 2009); the models are multinomial logistic regressions (maximum entropy, as Berger,
/// Della Pietra and Della Pietra 1996).
@NullMarked
package org.parley.reading.rules;

import org.jspecify.annotations.NullMarked;
