/// **Who agrees to what, as of a date, as known on a date?** From claims to the matrix of points by
/// parties, its completeness and its contradictions.
///
/// The entry is [Board#of]. Everything is a pure function of a view, a day and a day of knowledge
/// (bitemporal).
///
/// ## How a stance is derived
///
/// 1. A claim counts if it was said by the day and known by the day of knowledge. Claims superseded
///    or retracted by counted ones do not. A claim with an imprecise date counts once it was
///    certainly said.
/// 2. A claim applies to its subject. Agreement, conditions, refusal and receipt apply to all parts
///    too; an open whole says nothing of its parts.
/// 3. The latest statements stand: those that no other certainly followed. If they differ, the
///    least favourable is shown, and the difference is a contradiction.
/// 4. A party's own statements outrank those of its coalition. Both outrank hearsay by others or
///    unnamed speakers.
/// 5. A set of parties agrees on a point if each pair of them does. A claim "between" some parties
///    says nothing of the others.
///
/// ## Cost
///
/// Linear in the claims times the parties shown, plus the parties squared for each point.
///
/// ## Sources
///
/// Follows the practice of bracketed texts and of agreement ad referendum (Vienna Convention on the
/// Law of Treaties, article 12(2)(b)). Valid time and transaction time after Snodgrass, "Developing
/// Time-Oriented Database Applications in SQL" (1999).
@NullMarked
package org.parley.board;

import org.jspecify.annotations.NullMarked;
