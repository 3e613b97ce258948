/// **What is on record?** One case, as immutable values. The packages below hold the record kinds.
/// - One id type per kind; an id is unique within its case, whatever its kind.
/// - [Case] holds all records. Engines see only a [CaseView]: the part visible to one [Viewer].
/// - The components of a record are the keys of its text form, by the same names.
///
/// Names are terms of the field; GLOSSARY.md explains each with its source.
@NullMarked
package org.parley.model;

import org.jspecify.annotations.NullMarked;
