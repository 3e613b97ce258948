/// **What does each page show?** From an open case to the plain values the page templates print.
/// - [OpenCase] holds one reading of a case and everything derived from it once: the ledger, the
///   claims by subject and source, the days the slider stops at, the boards asked for.
/// - Each page has one record that holds what it shows; templates decide nothing but layout.
/// - [Say] puts values into words, [Link] into addresses.
///
/// Everything is a function of the case and the address; nothing is kept about a visitor.
@NullMarked
package org.parley.web.view;

import org.jspecify.annotations.NullMarked;
