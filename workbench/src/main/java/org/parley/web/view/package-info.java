/// **What does each page show?** From an open case to the plain values the page templates print.
/// - [OpenCase] holds one state of a case with its derived data, such as the ledger, the days of
///   the slider, and recent boards.
/// - Each page has one record that holds what it shows; templates decide nothing but layout.
/// - [Say] puts values into words, [Link] into addresses.
///
/// Everything is a function of the case and the address; nothing is kept about a visitor.
@NullMarked
package org.parley.web.view;

import org.jspecify.annotations.NullMarked;
