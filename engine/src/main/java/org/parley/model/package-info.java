/// **What is on record?** One case, as immutable values: the parts say what each kind of record is.
/// - One id type per kind of thing; an id is unique within its case, whatever its kind.
/// - [Case] holds everything; engines never see it. They see a [CaseView]: what one [Viewer] may
///   see.
/// - The components of a record are the keys of its text form, by the same names.
///
/// Names follow the field; each is explained with its source in GLOSSARY.md.
@NullMarked
package org.parley.model;

import org.jspecify.annotations.NullMarked;
