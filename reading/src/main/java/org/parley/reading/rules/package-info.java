/// **What can be read offline?** Verbs of saying govern clauses; lexicons determine the stance,
/// degree, condition and subject of each clause. The lexicons are data of the language; no rule
/// names a person, a country or a number.
///
/// `clause` takes sentences apart; `speech` finds speakers, `stance` judges, `subject` names the
/// matter; `claim` and `event` put proposals together. Each uses only those named before it.
///
/// The rules' results are features of two small models, trained on annotated sentences and texts.
/// `StanceModel` decides on the stance of a clause, `SubjectModel` on its subject.
///
/// The rules follow rule-based quotation attribution (Pareti, O'Keefe, Konstas, Curran and
/// Koprinska, EMNLP 2013). The lexicon of factuality is in the manner of FactBank (Saurí and
/// Pustejovsky 2009). The models are multinomial logistic regressions (maximum entropy, as Berger,
/// Della Pietra and Della Pietra 1996).
@NullMarked
package org.parley.reading.rules;

import org.jspecify.annotations.NullMarked;
