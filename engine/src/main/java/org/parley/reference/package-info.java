/// **What did others agree, was it done, and did it hold?**
///
/// Rows of public collections about other agreements, as records, and functions over them. An
/// [Edition] is one published state of a collection: it is recognised by its SHA-256, and every
/// figure names it.
/// - Rows are read elsewhere. This package counts and joins; it reads no file.
/// - [PrecedentCounts] are findings: a check counts again in the same files.
/// - Shares are counts with their number of rows. Nothing is interpolated, and nothing is
///   estimated.
///
/// Literature: Bell and Badanjak, "Introducing PA-X" (2019). Joshi, Quinn and Regan, "Annualized
/// implementation data on comprehensive intrastate peace accords" (2015). Clayton and others,
/// "Introducing the ETH/PRIO Civil Conflict Ceasefire Dataset" (2023).
@NullMarked
package org.parley.reference;

import org.jspecify.annotations.NullMarked;
