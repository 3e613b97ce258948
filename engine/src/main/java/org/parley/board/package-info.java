/// **Who agrees to what, as of a date, as known on a date?** From claims to the matrix of points by
/// parties, to how complete the whole is, to who says otherwise.
///
/// The entry is [Board#of]. Everything is a pure function of a view, a day, and the day whose
/// knowledge counts.
///
/// ## How a stance is read
///
/// 1. Claims count when they were said by the day and known by the day of knowledge, and no counted
///    claim supersedes or retracts them. What was said at an imprecise date counts once it has
///    certainly been said.
/// 2. A claim bears on what it is about. Agreement, conditions and refusal bear on all parts of it
///    too, as does receipt; that a whole is still open says nothing of its parts.
/// 3. The latest words stand: those that no other words certainly followed. Where they differ, the
///    least favourable is shown and the difference is a contradiction.
/// 4. A party's own words come before those of a coalition it is a member of, and these before
///    hearsay: what others say of it, or what somebody unnamed says for it.
/// 5. A point is agreed among a set of parties when each of them agrees with each other one. A
///    claim made "between" some parties says nothing of the others.
///
/// ## Cost
///
/// Linear in the claims times the parties shown, plus the parties squared for each point.
///
/// Follows the practice of bracketed texts and of agreement ad referendum (Vienna Convention on the
/// Law of Treaties, article 12(2)(b)); valid time and knowledge time after Snodgrass, "Developing
/// Time-Oriented Database Applications in SQL" (1999).
@NullMarked
package org.parley.board;

import org.jspecify.annotations.NullMarked;
