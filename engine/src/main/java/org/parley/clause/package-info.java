/// **What does each clause of a text demand, and what does an edit of the text change in it?**
///
/// [ClauseReader] reads sentences into clauses: who owes, with which force, by when, on which
/// condition. [TextChecks] finds references without a target, terms without a definition, and
/// figures that differ between languages. [EditConsequences] says what each change of a text does.
/// - Clauses are read in English and French. In other languages only figures, dates and references
///   are.
/// - A text without a language on record is French if its frequent words are, else English.
/// - Every consequence carries the words it was read from. A change of signs or order has none.
/// - A sentence with an open bracket binds nobody, and counts as open.
/// - A sentence of more than 6,000 characters is not read, nor are more than 500 definitions.
/// - Cost: linear in the text, and clauses before times clauses after in changed elements.
@NullMarked
package org.parley.clause;

import org.jspecify.annotations.NullMarked;
