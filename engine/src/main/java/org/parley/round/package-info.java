/// **Where does a round stand at a moment, and what does its rule reveal?** A function of the
/// round, the package on the table, the sealed answers and the moment.
/// - [Revelation] is the only way from sealed answers to a fact that others see. It declassifies
///   what the rule of the [org.parley.model.round.Round] names, and nothing else (Sabelfeld and
///   Sands 2009).
/// - [AnswerSheet] is what a party says: [AnswerWord] by point and as a whole. [AnswerCheck]
///   refuses late, foreign, double and inconsistent answers with an [AnswerFault].
/// - [TabledSheet] fixes the words and the rule that an answer is given to. An answer to other
///   words or under another rule does not count, so changing a rule afterwards opens no answer.
/// - [Asking] reveals that all parties ask to see an improvement, once all do, and nothing before.
/// - [Accord] is the text of a package that all accept, with its digest; [AccordRecords] puts it on
///   record.
/// - [WaitingList] says what waits for one reader: answers, decisions, accords, drafts.
///   [SealedView] is the part of the sealed words that this reader may know.
/// - [VersionChanges] tells what moved between two versions.
///
/// Cost: linear in the answers to one package.
@NullMarked
package org.parley.round;

import org.jspecify.annotations.NullMarked;
