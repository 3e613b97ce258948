/// **What is on record?** Parties, instruments, points, options, sources, claims, meetings and
/// positions of one case, as immutable values.
/// - One id type per kind of thing; an id is unique within its case, whatever its kind.
/// - [Case] holds everything; engines never see it. They see a [CaseView]: what one [Viewer] may
///   see.
/// - [CaseChecks] states what makes a set of records a case, and reports every violation, not the
///   first.
/// - Dates are [Edtf]: what is said imprecisely stays imprecise.
///
/// Names follow the field; each is explained with its source in GLOSSARY.md.
@NullMarked
package org.parley.model;

import org.jspecify.annotations.NullMarked;
